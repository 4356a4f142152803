"""The teacher's file format and network, on generated weights of its full shape."""

import io
import os
import pickle
import struct
import sys
from collections import OrderedDict

import numpy as np
import pytest
import tensorflow as tf

from training.teacher import (
    FROZEN_BLOCKS,
    STAGES,
    Teacher,
    Tensors,
    TensorsOnlyUnpickler,
    read_tensors,
    weights_of,
)

WIDTHS = (16, 24, 48, 88, 120, 208, 352)
KERNELS = (3, 3, 5, 3, 5, 5, 3)


def random_tensors() -> Tensors:
    """In PyTorch's order and names, with batch normalisations that keep activations small."""
    rng = np.random.default_rng(11)
    tensors: Tensors = {}

    def convolution(name: str, outputs: int, inputs: int, size: int, norm: str) -> None:
        scale = np.sqrt(2 / (inputs * size * size))
        kernel = rng.standard_normal((outputs, inputs, size, size)) * scale
        tensors[f"{name}.weight"] = kernel.astype(np.float32)
        for part, value in (("weight", 1), ("bias", 0.1), ("running_mean", 0), ("running_var", 1)):
            tensors[f"{norm}.{part}"] = np.full(outputs, value, np.float32)

    convolution("_conv_stem", 32, 3, 3, "_bn0")
    number, inputs = 0, 32
    for (repeats, _, expansion), outputs, size in zip(STAGES, WIDTHS, KERNELS, strict=True):
        for _ in range(repeats):
            block, middle = f"_blocks.{number}.", inputs * expansion
            if expansion > 1:
                convolution(f"{block}_expand_conv", middle, inputs, 1, f"{block}_bn0")
            convolution(f"{block}_depthwise_conv", middle, 1, size, f"{block}_bn1")
            convolution(f"{block}_project_conv", outputs, middle, 1, f"{block}_bn2")
            number, inputs = number + 1, outputs
    convolution("_conv_head", 1280, 352, 1, "_bn1")
    return tensors


def random_weights() -> Tensors:
    return weights_of(random_tensors())


def pth_file(tensors: dict[str, tuple[np.ndarray, tuple[int, ...], tuple[int, ...]]]) -> bytes:
    """As PyTorch before 1.6 wrote it; a tensor is its storage, its shape and its strides."""

    class Storage:
        def __init__(self, key: str) -> None:
            self.key = key

    class Pickler(pickle.Pickler):
        def persistent_id(self, value: object) -> object:
            if not isinstance(value, Storage):
                return None
            return ("storage", FloatStorage, value.key, "cpu", len(tensors[value.key][0]), None)

    class FloatStorage:
        pass

    class Tensor:
        def __init__(self, key: str) -> None:
            self.key = key

        def __reduce__(self) -> tuple:
            _, shape, strides = tensors[self.key]
            return rebuild, (Storage(self.key), 0, shape, strides, False, OrderedDict())

    def rebuild() -> None: ...

    file = io.BytesIO()
    for part in (1, 2, 3):
        pickle.dump(part, file, 2)
    # The names that PyTorch's own classes have in such a file.
    for made, module, name in (
        (FloatStorage, "torch", "FloatStorage"),
        (rebuild, "torch._utils", "_rebuild_tensor_v2"),
    ):
        made.__module__, made.__qualname__, made.__name__ = module, name, name
    with pytest.MonkeyPatch.context() as patch:
        torch, utils = type(os)("torch"), type(os)("torch._utils")
        torch.FloatStorage, utils._rebuild_tensor_v2, torch._utils = FloatStorage, rebuild, utils
        patch.setitem(sys.modules, "torch", torch)
        patch.setitem(sys.modules, "torch._utils", utils)
        Pickler(file, 2).dump(OrderedDict((key, Tensor(key)) for key in tensors))
    pickle.dump(list(tensors), file, 2)
    for storage, _, _ in tensors.values():
        file.write(struct.pack("<q", len(storage)) + storage.astype("<f4").tobytes())
    return file.getvalue()


def test_a_transposed_tensor_is_read_by_its_strides() -> None:
    values = np.arange(6, dtype=np.float32)
    data = pth_file({"plain": (values, (2, 3), (3, 1)), "turned": (values, (3, 2), (1, 3))})
    found = read_tensors(data)
    assert np.array_equal(found["plain"], values.reshape(2, 3))
    assert np.array_equal(found["turned"], values.reshape(2, 3).T)


def test_a_file_with_anything_but_tensors_in_it_is_refused() -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.system, ("true",)

    with pytest.raises(pickle.UnpicklingError, match="refused"):
        TensorsOnlyUnpickler(io.BytesIO(pickle.dumps(Evil()))).load()


def test_batch_normalisation_is_what_it_was_as_a_gain_and_a_shift() -> None:
    tensors = random_tensors()
    rng = np.random.default_rng(2)
    for part in ("weight", "bias", "running_mean", "running_var"):
        tensors[f"_bn0.{part}"] = rng.uniform(0.5, 2, 32).astype(np.float32)
    weights = weights_of(tensors)
    x = rng.standard_normal(32)
    normalised = (x - tensors["_bn0.running_mean"]) / np.sqrt(tensors["_bn0.running_var"] + 1e-3)
    expected = normalised * tensors["_bn0.weight"] + tensors["_bn0.bias"]
    assert np.allclose(x * weights["_bn0.gain"] + weights["_bn0.shift"], expected, atol=1e-5)


def test_the_first_stages_get_no_gradient_and_all_others_do() -> None:
    teacher = Teacher(random_weights(), tf.float32)
    rgb = tf.constant(np.random.default_rng(3).integers(0, 256, (2, 224, 224, 3)).astype(np.uint8))
    trained = [*teacher.variables_of("body"), *teacher.variables_of("head")]
    with tf.GradientTape() as tape:
        features = teacher.features(rgb)
        loss = tf.reduce_sum(features**2) + tf.reduce_sum(teacher.head(features)[:, 0])
    gradients = tape.gradient(loss, trained)
    assert all(gradient is not None for gradient in gradients)
    blocks = sum(repeats for repeats, _, _ in STAGES)
    kernels = 3 * (blocks - FROZEN_BLOCKS) + 1
    assert len(trained) == 3 * kernels + 2  # kernel, gain and shift each, and the head
