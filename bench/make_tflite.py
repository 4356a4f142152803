"""The shipped network as a float32 TFLite file, for LiteRT: `make_tflite.py WEIGHTS OUT`.

WEIGHTS is what bench/command/peer-models.ts writes: for each layer its name, a kernel (HWIO, or
`[in, out]` for the head) and its biases, as one .npz would hold them but plain: a JSON line with
names and shapes, then all float32 values in that order.
"""

import argparse
import json
import os
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import numpy as np
import tensorflow as tf

LAST_OF_BLOCK = {"conv1_2", "conv2_2", "conv3_3", "conv4_3", "conv5_3"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    network = Network(read_weights(arguments.weights))
    function = network.logits.get_concrete_function()
    converter = tf.lite.TFLiteConverter.from_concrete_functions([function], network)
    arguments.out.write_bytes(converter.convert())


def read_weights(path: Path) -> list[tuple[str, np.ndarray, np.ndarray]]:
    """(name, kernel, biases) of each layer, in order."""
    head, _, body = path.read_bytes().partition(b"\n")
    values = np.frombuffer(body, dtype="<f4")
    layers, position = [], 0
    for entry in json.loads(head):
        shape = entry["shape"]
        size, outputs = int(np.prod(shape)), shape[-1]
        kernel = values[position : position + size].reshape(shape)
        position += size
        layers.append((entry["name"], kernel, values[position : position + outputs]))
        position += outputs
    return layers


class Network(tf.Module):
    """Normalised pixels to logits, one photo at a time."""

    def __init__(self, layers: list[tuple[str, np.ndarray, np.ndarray]]) -> None:
        super().__init__()
        *self._convolutions, self._head = layers

    @tf.function(input_signature=[tf.TensorSpec([1, 224, 224, 3], tf.float32)])
    def logits(self, pixels: tf.Tensor) -> tf.Tensor:
        x = pixels
        for name, kernel, biases in self._convolutions:
            x = tf.nn.relu(tf.nn.conv2d(x, kernel, strides=1, padding="SAME") + biases)
            if name in LAST_OF_BLOCK:
                x = tf.nn.max_pool2d(x, ksize=2, strides=2, padding="VALID")
        _, kernel, biases = self._head
        return tf.reshape(x, [1, -1]) @ kernel + biases


if __name__ == "__main__":
    main()
