"""Changes a training photo so that the look of its source stops telling its class.

Each change copies something a stranger's phone does: another crop, another lamp, a worse lens, a
worse JPEG; and objects cut out of white studio shots are put on real backgrounds.
"""

from collections.abc import Callable
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageEnhance, ImageFilter
from scipy import ndimage

WHITE_LEVEL = 232  # studio white after JPEG: every channel above this
WHITE_BORDER_SHARE = 0.7  # of the frame's outermost pixels, for a photo to count as a studio shot
Backgrounds = Callable[[np.random.Generator], Image.Image]


def cut_out(image: Image.Image) -> Image.Image | None:
    """RGBA of the object in a white studio shot, or None where the frame is not white.

    Background is the white that touches the frame: white inside the object stays opaque.
    """
    pixels = np.asarray(image)
    white = pixels.min(axis=2) > WHITE_LEVEL
    frame = np.concatenate([white[0], white[-1], white[:, 0], white[:, -1]])
    if frame.mean() < WHITE_BORDER_SHARE:
        return None
    regions, _ = ndimage.label(white)
    touching = np.unique(np.concatenate([regions[0], regions[-1], regions[:, 0], regions[:, -1]]))
    background = np.isin(regions, touching[touching > 0])
    if background.mean() > 0.97:
        return None  # white on white: nothing left to paste
    alpha = Image.fromarray(np.where(background, 0, 255).astype(np.uint8))
    result = image.copy()
    result.putalpha(alpha.filter(ImageFilter.MinFilter(3)).filter(ImageFilter.GaussianBlur(0.8)))
    box = alpha.getbbox()
    return result.crop(box) if box else None


def paste_on_background(
    subject: Image.Image, background: Image.Image, rng: np.random.Generator
) -> Image.Image:
    """The cut-out at 55 to 95 % of a 256 px frame, anywhere in it."""
    canvas = random_crop(background, rng, 0.4).resize((256, 256))
    scale = rng.uniform(0.55, 0.95) * 256 / max(subject.size)
    width, height = (max(1, round(side * scale)) for side in subject.size)
    placed = subject.resize((width, height))
    if rng.random() < 0.5:
        placed = placed.rotate(rng.uniform(-180, 180), expand=True)
        placed.thumbnail((250, 250))
    x = int(rng.integers(0, max(1, 256 - placed.width)))
    y = int(rng.integers(0, max(1, 256 - placed.height)))
    canvas.paste(placed, (x, y), placed)
    return canvas


def random_crop(image: Image.Image, rng: np.random.Generator, min_area: float) -> Image.Image:
    """A part of `min_area` to all of the area, aspect ratio changed by up to 4 : 3."""
    area = rng.uniform(min_area, 1.0)
    aspect = np.exp(rng.uniform(-np.log(4 / 3), np.log(4 / 3)))
    width = min(1.0, np.sqrt(area * aspect))
    height = min(1.0, np.sqrt(area / aspect))
    left = rng.uniform(0, 1 - width) * image.width
    top = rng.uniform(0, 1 - height) * image.height
    box = (left, top, left + width * image.width, top + height * image.height)
    return image.crop(tuple(round(edge) for edge in box))


def change_colour(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Another exposure, contrast, saturation and colour temperature."""
    for enhancer, low, high in (
        (ImageEnhance.Brightness, 0.55, 1.35),
        (ImageEnhance.Contrast, 0.65, 1.35),
        (ImageEnhance.Color, 0.5, 1.4),
    ):
        image = enhancer(image).enhance(rng.uniform(low, high))
    warmth = rng.uniform(-0.15, 0.15)
    gain = np.array([1 + warmth, 1 + rng.uniform(-0.05, 0.05), 1 - warmth])
    return Image.fromarray(clip_to_bytes(np.asarray(image) * gain))


def clip_to_bytes(values: NDArray[np.float64]) -> NDArray[np.uint8]:
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)


def worsen(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Sometimes a shrunken and enlarged copy, sometimes blur, sometimes a poor JPEG."""
    if rng.random() < 0.3:
        share = rng.uniform(0.25, 0.7)
        small = image.resize(tuple(max(8, round(side * share)) for side in image.size))
        image = small.resize(image.size, Image.Resampling.BICUBIC)
    if rng.random() < 0.2:
        image = image.filter(ImageFilter.GaussianBlur(rng.uniform(0.4, 1.6)))
    if rng.random() < 0.35:
        buffer = BytesIO()
        image.save(buffer, "JPEG", quality=int(rng.integers(25, 80)))
        image = Image.open(buffer).convert("RGB")
    return image


def augment(image: Image.Image, backgrounds: Backgrounds, rng: np.random.Generator) -> Image.Image:
    """One random view of `image`, RGB; the size varies and `squash` makes it the network's."""
    pasted = False
    if rng.random() < 0.6:
        subject = cut_out(image)
        if subject is not None:
            image = paste_on_background(subject, backgrounds(rng), rng)
            pasted = True
    if not pasted:
        image = random_crop(image, rng, 0.45)
    if rng.random() < 0.5:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if rng.random() < 0.15:
        image = image.rotate(90 * int(rng.integers(1, 4)), expand=True)
    elif rng.random() < 0.3:
        image = image.rotate(
            rng.uniform(-20, 20), Image.Resampling.BILINEAR, fillcolor=edge_colour(image)
        )
    return worsen(change_colour(image, rng), rng)


def edge_colour(image: Image.Image) -> tuple[int, int, int]:
    """The frame's mean colour, so that rotated corners do not become a black clue."""
    pixels = np.asarray(image)
    frame = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    red, green, blue = (int(value) for value in frame.mean(axis=0))
    return red, green, blue


def darken(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    """The paper's only augmentation: brightness times 0.1 to 0.5."""
    return ImageEnhance.Brightness(image).enhance(rng.uniform(0.1, 0.5))
