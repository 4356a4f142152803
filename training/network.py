"""VGG16 in TensorFlow, forward and backward: what training runs. Not what is shipped or checked.

On processors that multiply bfloat16 (AMX, AVX-512) oneDNN computes its convolutions two to several
times as fast as float32 ones (training.bench), so training uses them there; weights, updates and
losses stay float32.
"""

from pathlib import Path
from typing import Final, Protocol

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from training.vgg16 import FEATURE_COUNT, TORCHVISION, Layer, Preprocessing

INFERENCE_BATCH: Final = 32


def fast_dtype() -> tf.DType:
    """bfloat16 where the processor multiplies it, in tiles or in vectors, else float32."""
    cpu = Path("/proc/cpuinfo")
    flags = cpu.read_text() if cpu.exists() else ""
    multiplies = "amx_bf16" in flags or "avx512_bf16" in flags
    return tf.bfloat16 if multiplies else tf.float32


class Network:
    """The thirteen convolutions and, where `layers` ends with it, the head, as variables."""

    def __init__(
        self,
        layers: list[Layer],
        preprocessing: Preprocessing = TORCHVISION,
        dtype: tf.DType = tf.float32,
        frozen: int = 0,
    ) -> None:
        """frozen: so many first convolutions get no gradient; nothing is computed backward."""
        self.names = [layer.name for layer in layers]
        self.kernels = [tf.Variable(layer.kernel, name=f"{layer.name}.kernel") for layer in layers]
        self.biases = [tf.Variable(layer.bias, name=f"{layer.name}.bias") for layer in layers]
        self._mean = tf.constant(preprocessing.mean)
        self._sd = tf.constant(preprocessing.sd)
        self._dtype = dtype
        self._frozen = frozen

    def features(self, rgb: tf.Tensor) -> tf.Tensor:
        """`(n, 7, 7, 512)` float32 of `(n, 224, 224, 3)` RGB in 0..255."""
        x = tf.cast((tf.cast(rgb, tf.float32) / 255 - self._mean) / self._sd, self._dtype)
        for index in range(13):
            x = tf.nn.conv2d(x, tf.cast(self.kernels[index], self._dtype), 1, "SAME")
            x = tf.nn.relu(tf.nn.bias_add(x, tf.cast(self.biases[index], self._dtype)))
            if index + 1 == self._frozen:
                x = tf.stop_gradient(x)
            if index == 12 or self.names[index + 1].endswith("_1"):
                x = tf.nn.max_pool2d(x, 2, 2, "VALID")
        return tf.cast(x, tf.float32)

    def head(self, features: tf.Tensor) -> tf.Tensor:
        """`(n, 9)` logits of `(n, 7, 7, 512)` features, in float32."""
        flat = tf.reshape(features, (-1, FEATURE_COUNT))
        return tf.matmul(flat, self.kernels[13]) + self.biases[13]

    def variables_of(self, group: str) -> list[tf.Variable]:
        """Kernels and biases of the layers whose name begins with `group`."""
        parts = zip(self.names, self.kernels, self.biases, strict=True)
        return [
            variable
            for name, kernel, bias in parts
            if name.startswith(group)
            for variable in (kernel, bias)
        ]

    def layers(self) -> list[Layer]:
        """The weights as they are now."""
        parts = zip(self.names, self.kernels, self.biases, strict=True)
        return [Layer(name, kernel.numpy(), bias.numpy()) for name, kernel, bias in parts]


class Runnable(Protocol):
    def features(self, rgb: tf.Tensor) -> tf.Tensor: ...

    def head(self, features: tf.Tensor) -> tf.Tensor: ...


class Runner:
    """Runs a network forward over photos, in batches of one compiled shape."""

    def __init__(self, network: Runnable) -> None:
        shape = tf.TensorSpec((INFERENCE_BATCH, 224, 224, 3), tf.uint8)
        self._network = network
        self._features = tf.function(network.features, input_signature=[shape])

    def features(self, rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
        """The network's features of `(n, 224, 224, 3)` photos; n is at least 1."""
        parts = []
        for start in range(0, len(rgb), INFERENCE_BATCH):
            part = rgb[start : start + INFERENCE_BATCH]
            padding = ((0, INFERENCE_BATCH - len(part)), (0, 0), (0, 0), (0, 0))
            parts.append(self._features(np.pad(part, padding)).numpy()[: len(part)])
        return np.concatenate(parts)

    def logits(self, rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
        return self._network.head(self.features(rgb)).numpy()
