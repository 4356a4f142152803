import numpy as np
from PIL import Image, ImageDraw

from training.augment import augment, cut_out, paste_on_background


def studio_shot() -> Image.Image:
    image = Image.new("RGB", (200, 150), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((60, 40, 140, 110), fill=(200, 30, 30))
    draw.rectangle((80, 60, 100, 80), fill="white")
    return image


def test_the_object_is_cut_out_of_a_white_studio_shot_with_its_own_white_kept() -> None:
    subject = cut_out(studio_shot())
    assert subject is not None
    assert 75 <= subject.width <= 90
    alpha = np.asarray(subject)[:, :, 3]
    centre = alpha[subject.height // 2 - 10, 30]
    assert centre == 255, "white inside the object is part of it"


def test_a_photo_of_a_real_place_is_not_cut() -> None:
    noise = np.random.default_rng(0).integers(0, 200, (100, 100, 3)).astype(np.uint8)
    assert cut_out(Image.fromarray(noise)) is None


def test_a_pasted_object_stands_on_the_background_instead_of_white() -> None:
    subject = cut_out(studio_shot())
    assert subject is not None
    green = Image.new("RGB", (300, 300), (0, 128, 0))
    pixels = np.asarray(paste_on_background(subject, green, np.random.default_rng(1)))
    is_green = (pixels == (0, 128, 0)).all(axis=2)
    is_red = (pixels[:, :, 0] > 150) & (pixels[:, :, 1] < 90)
    assert 0.1 < is_green.mean() < 0.95
    assert is_red.mean() > 0.05


def test_the_same_seed_gives_the_same_view_and_another_seed_another() -> None:
    def view(seed: int) -> Image.Image:
        background = Image.new("RGB", (50, 50), (90, 90, 90))
        return augment(studio_shot(), lambda _: background, np.random.default_rng(seed))

    assert view(4).tobytes() == view(4).tobytes()
    assert view(4).tobytes() != view(5).tobytes()
