"""Prints src/imaging/resize-golden.json: what Pillow makes of small generated pictures.

python src/imaging/resize-golden.py > src/imaging/resize-golden.json

The test makes the same pictures: channel c of the pixel (x, y) is the top byte of
(x * 73856093 ^ y * 19349663 ^ c * 83492791) * 2654435761 modulo 2**32.

The two passes are asked for one by one, rows first: since version 13 Pillow takes columns first
where that is cheaper (pictures about twice as tall as wide), which moves no byte by more than one.
"""

import base64
import json

import numpy as np
import PIL
from PIL import Image

CASES = [
    (1, 1, 4),
    (1, 90, 6),
    (90, 1, 6),
    (7, 5, 12),
    (12, 12, 12),
    (13, 31, 8),
    (301, 9, 16),
    (9, 301, 16),
    (3, 700, 5),
    (640, 480, 20),
    (223, 225, 24),
]


def picture(width: int, height: int) -> Image.Image:
    y, x, c = np.meshgrid(
        np.arange(height, dtype=np.uint64),
        np.arange(width, dtype=np.uint64),
        np.arange(3, dtype=np.uint64),
        indexing="ij",
    )
    mixed = x * np.uint64(73856093) ^ y * np.uint64(19349663) ^ c * np.uint64(83492791)
    hashed = (mixed & np.uint64(0xFFFFFFFF)) * np.uint64(2654435761) & np.uint64(0xFFFFFFFF)
    return Image.fromarray((hashed >> np.uint64(24)).astype(np.uint8), "RGB")


def main() -> None:
    cases = []
    for width, height, size in CASES:
        image = picture(width, height)
        rows = image.resize((size, height), Image.Resampling.BILINEAR)
        resized = rows.resize((size, size), Image.Resampling.BILINEAR)
        at_once = image.resize((size, size), Image.Resampling.BILINEAR)
        assert np.abs(np.asarray(resized, int) - np.asarray(at_once, int)).max() <= 1
        rgb = base64.b64encode(resized.tobytes()).decode("ascii")
        cases.append({"width": width, "height": height, "size": size, "rgb": rgb})
    print(json.dumps({"pillow": PIL.__version__, "cases": cases}, indent=2))


if __name__ == "__main__":
    main()
