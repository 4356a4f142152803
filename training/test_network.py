import gzip
import io
import os
import pickle

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from jax import lax

from training.codec import pack, quantise
from training.fetch_weights import NumpyOnlyUnpickler
from training.finetune import block5, to_weights
from training.frozen import FrozenBase
from training.vgg16 import PARAMETER_COUNT, TORCHVISION, Layer, check_architecture
from training.winograd import convolve3x3


def plain_convolution(images: jax.Array, kernel: jax.Array) -> jax.Array:
    numbers = ("NHWC", "HWIO", "NHWC")
    return lax.conv_general_dilated(images, kernel, (1, 1), "SAME", dimension_numbers=numbers)


def random_head() -> Layer:
    rng = np.random.default_rng(7)
    return Layer(
        "head",
        (rng.standard_normal((25_088, 9)) * 0.01).astype(np.float32),
        rng.standard_normal(9).astype(np.float32),
    )


def test_winograd_equals_the_plain_convolution_and_so_do_its_gradients() -> None:
    rng = np.random.default_rng(0)
    images = jnp.asarray(rng.standard_normal((2, 14, 14, 8)), dtype=jnp.float32)
    kernel = jnp.asarray(rng.standard_normal((3, 3, 8, 5)), dtype=jnp.float32)

    def loss(convolution, images, kernel):  # noqa: ANN202
        return (convolution(images, kernel) ** 2).mean()

    assert np.allclose(convolve3x3(images, kernel), plain_convolution(images, kernel), atol=1e-4)
    for argument in (1, 2):
        ours = jax.grad(loss, argument)(convolve3x3, images, kernel)
        plain = jax.grad(loss, argument)(plain_convolution, images, kernel)
        assert np.allclose(ours, plain, atol=1e-4)


def test_the_frozen_base_is_vgg16(random_base: list[Layer]) -> None:
    """Block by block against XLA's convolutions, on one random photo."""
    rgb = np.random.default_rng(3).integers(0, 256, (224, 224, 3)).astype(np.uint8)
    found = FrozenBase(random_base, TORCHVISION).run(rgb)
    x = jnp.asarray((rgb / 255 - np.array(TORCHVISION.mean)) / np.array(TORCHVISION.sd))[None]
    x = x.astype(jnp.float32)
    for layer in random_base:
        if layer.name.endswith("_1") and layer.name != "conv1_1":
            x = lax.reduce_window(x, -jnp.inf, lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")
        if layer.name == "conv5_1":
            assert np.allclose(found.block4, x[0], atol=0.02 * float(x.max()))
        x = jax.nn.relu(plain_convolution(x, layer.kernel) + layer.bias)
    x = lax.reduce_window(x, -jnp.inf, lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")
    assert np.abs(found.block5 - x[0]).max() < 0.005 * float(x.max())


def test_fine_tuning_computes_block_5_as_the_frozen_base_does(random_base: list[Layer]) -> None:
    rgb = np.random.default_rng(4).integers(0, 256, (224, 224, 3)).astype(np.uint8)
    found = FrozenBase(random_base, TORCHVISION).run(rgb)
    tuned = block5(to_weights(random_base[10:]), jnp.asarray(found.block4[None]))
    expected = found.block5.astype(np.float32).ravel()
    assert np.abs(np.asarray(tuned)[0] - expected).max() < 0.005 * expected.max()


def test_the_architecture_is_the_papers_to_the_parameter(random_base: list[Layer]) -> None:
    network = [*random_base, random_head()]
    check_architecture(network)
    assert sum(layer.kernel.size + layer.bias.size for layer in network) == PARAMETER_COUNT
    with pytest.raises(ValueError, match="Table I"):
        check_architecture(network[1:])


@pytest.mark.parametrize("bits", [8, 5, 2])
def test_quantised_weights_are_within_half_a_step(bits: int) -> None:
    layer = random_head()
    quantised = quantise(layer, bits)
    assert np.abs(quantised.codes).max() <= 2 ** (bits - 1) - 1
    error = np.abs(quantised.dequantised().kernel - layer.kernel)
    assert (error <= quantised.scales / 2 + 1e-7).all()


def test_a_channel_of_zeros_stays_zero() -> None:
    layer = Layer("head", np.zeros((4, 2), np.float32), np.zeros(2, np.float32))
    assert not quantise(layer, 8).dequantised().kernel.any()


def test_the_shards_hold_the_layers_where_the_manifest_says(random_base: list[Layer]) -> None:
    layers = [quantise(layer, 8) for layer in [*random_base[8:11], random_head()]]
    entries, shards = pack(layers)
    unpacked = b"".join(gzip.decompress(shard.packed) for shard in shards)
    assert len(shards) > 2
    for entry, layer in zip(entries, layers, strict=True):
        codes = np.frombuffer(unpacked, np.int8, layer.codes.size, entry["codesOffset"])
        scales = np.frombuffer(unpacked, "<f4", layer.scales.size, entry["scalesOffset"])
        biases = np.frombuffer(unpacked, "<f4", layer.biases.size, entry["biasesOffset"])
        assert np.array_equal(codes.reshape(entry["shape"]), layer.codes)
        assert np.array_equal(scales, layer.scales)
        assert np.array_equal(biases, layer.biases)


def test_the_same_weights_give_the_same_shards() -> None:
    first, second = (pack([quantise(random_head(), 8)])[1] for _ in range(2))
    assert [shard.entry() for shard in first] == [shard.entry() for shard in second]


def test_a_pickle_with_anything_but_numpy_in_it_is_refused() -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.system, ("true",)

    with pytest.raises(pickle.UnpicklingError, match="refused"):
        NumpyOnlyUnpickler(io.BytesIO(pickle.dumps(Evil()))).load()
    array = np.arange(3)
    assert np.array_equal(NumpyOnlyUnpickler(io.BytesIO(pickle.dumps(array, 4))).load(), array)
