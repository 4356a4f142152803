"""Small data that the training tests share: made here, never the real photos or weights."""

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from training.vgg16 import CLASS_IDS, OTHER, Layer, convolution_names, convolution_shapes

# Of the studio photos one goes to validation and one to test; of the street photos none.
STUDIO_PHOTOS, STREET_PHOTOS = 14, 4


@pytest.fixture(scope="session")
def random_base() -> list[Layer]:
    """VGG16's shapes with He-scaled random weights, so that activations keep their size."""
    rng = np.random.default_rng(0)
    return [
        Layer(
            name,
            (rng.standard_normal(shape) * np.sqrt(2 / (9 * shape[2]))).astype(np.float32),
            (rng.standard_normal(shape[3]) * 0.1).astype(np.float32),
        )
        for name, shape in zip(convolution_names(), convolution_shapes(), strict=True)
    ]


@pytest.fixture(scope="session")
def photo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Photos of the nine classes and `other` from two sources: each class has its own colour."""
    folder = tmp_path_factory.mktemp("photos")
    rng = np.random.default_rng(1)
    rows = []
    for number, class_id in enumerate((*CLASS_IDS, OTHER)):
        (folder / class_id).mkdir()
        colour = rng.integers(0, 256, 3)
        for index in range(STUDIO_PHOTOS + STREET_PHOTOS):
            source = "studio" if index < STUDIO_PHOTOS else "aquatrash"
            name = f"{class_id}/{source}-{number}-{index:02}.jpg"
            noise = rng.integers(-40, 40, (60, 80, 3))
            pixels = np.clip(colour + noise, 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(folder / name, quality=90)
            rows.append({"file": name, "class": class_id, "source": source})
    with (folder / "index.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["file", "class", "source"])
        writer.writeheader()
        writer.writerows(rows)
    return folder
