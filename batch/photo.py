"""A photo's bytes to what the network sees: twin of cli/decode-photo-node.ts, same refusals."""

from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageCms

from batch.coded_error import CodedError
from batch.photo_structure import PNG, bare_png, check_photo
from training.photos import squash
from training.vgg16 import INPUT_SIZE

# What is converted at once: 8 MB of a photo of 120 megapixels, not all of it again.
STRIP_PIXELS: Final = 1 << 21
SRGB: Final = ImageCms.createProfile("sRGB")
# EXIF 2.32, 4.6.4: what has to be done to the stored picture.
TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

# check_photo has its own bound, which page and command line share.
Image.MAX_IMAGE_PIXELS = None


def read_photo(data: bytes) -> NDArray[np.uint8]:
    """Upright RGB `(224, 224, 3)`, transparency on white, colours as sRGB.

    Raises CodedError `not-jpeg-or-png`, `photo-damaged` or `photo-too-large`.
    """
    check_photo(data)
    if data.startswith(PNG):
        data = bare_png(data)
    try:
        with Image.open(BytesIO(data), formats=["JPEG", "PNG"]) as image:
            image.load()
            return squash_in_strips(image)
    # A decoder says in many ways that it cannot.
    except Exception as error:
        raise CodedError("photo-damaged", repr(error)) from error


def squash_in_strips(image: Image.Image) -> NDArray[np.uint8]:
    turn = TURNS.get(orientation(image))
    transform = to_srgb(image)
    if turn is not None:
        info = image.info
        image = image.transpose(turn)
        image.info = info
    narrow = Image.new("RGB", (INPUT_SIZE, image.height))
    rows = max(1, STRIP_PIXELS // image.width)
    for top in range(0, image.height, rows):
        bottom = min(top + rows, image.height)
        strip = on_white(image.crop((0, top, image.width, bottom)), transform)
        size = (INPUT_SIZE, bottom - top)
        narrow.paste(strip.resize(size, Image.Resampling.BILINEAR), (0, top))
    return squash(narrow)


def orientation(image: Image.Image) -> int:
    """By EXIF alone; Pillow's own reader would also believe XMP, which browsers do not."""
    exif = Image.Exif()
    try:
        exif.load(image.info.get("exif"))
        return int(exif.get(ExifTags.Base.Orientation, 1))
    # Noise instead of EXIF leaves the photo as it is.
    except Exception:
        return 1


def to_srgb(image: Image.Image) -> ImageCms.ImageCmsTransform | None:
    """None where the photo has no colour profile, or one that is none."""
    profile = image.info.get("icc_profile")
    mode = "CMYK" if image.mode == "CMYK" else "RGB"
    if not profile or image.mode not in ("RGB", "RGBA", "P", "CMYK"):
        return None
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.buildTransform(source, SRGB, mode, "RGB")
    except (ImageCms.PyCMSError, OSError):
        return None


def on_white(image: Image.Image, transform: ImageCms.ImageCmsTransform | None) -> Image.Image:
    """RGB. CMYK without a profile is mixed as Chromium does, which is what Pillow does, too."""
    if image.mode.startswith("I"):
        # 16 bits of grey, which Pillow's own conversion would clip instead of scaling.
        image = Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    if image.mode == "CMYK":
        return ImageCms.applyTransform(image, transform) if transform else image.convert("RGB")
    alpha = None
    if image.has_transparency_data:
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
    rgb = image.convert("RGB")
    if transform:
        rgb = ImageCms.applyTransform(rgb, transform)
    if alpha:
        white = Image.new("RGB", rgb.size, "white")
        white.paste(rgb, mask=alpha)
        return white
    return rgb
