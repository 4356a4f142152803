"""Steps, rounding and folding on the network at its full shape, with random weights."""

import numpy as np
import pytest

from training.network import Network, Runner
from training.quantise import (
    LARGEST_CODE,
    Sensitivity,
    Steps,
    folded,
    load_steps,
    plain_steps,
    quantise,
    rounded,
    save_steps,
    steps_of,
)
from training.vgg16 import FEATURE_COUNT, Layer


@pytest.fixture(scope="module")
def layers(random_base: list[Layer]) -> list[Layer]:
    rng = np.random.default_rng(5)
    kernel = (rng.standard_normal((FEATURE_COUNT, 9)) * 1e-2).astype(np.float32)
    return [*random_base, Layer("head", kernel, np.zeros(9, np.float32))]


def random_steps(layers: list[Layer]) -> list[Steps]:
    """Steps of very different sizes, about a third of a typical weight."""
    rng = np.random.default_rng(6)
    steps = []
    for number, layer in enumerate(layers):
        inputs = layer.kernel.shape[2] if layer.kernel.ndim == 4 else 512
        rows = np.exp(rng.standard_normal(inputs) * 0.3) if number else np.ones(inputs)
        columns = np.exp(rng.standard_normal(len(layer.bias)) * 0.3) * layer.kernel.std() / 3
        steps.append(Steps(rows.astype(np.float32), columns.astype(np.float32)))
    return steps


def rounded_network(layers: list[Layer], steps: list[Steps]) -> list[Layer]:
    return [rounded(layer, step) for layer, step in zip(layers, steps, strict=True)]


def photos(count: int) -> np.ndarray:
    return np.random.default_rng(3).integers(0, 256, (count, 224, 224, 3)).astype(np.uint8)


def test_a_folded_network_answers_like_the_one_that_was_trained(layers: list[Layer]) -> None:
    steps = random_steps(layers)
    trained = Network(rounded_network(layers, steps))
    shipped = Network([layer.dequantised() for layer in folded(layers, steps)])
    expected, found = (Runner(network).logits(photos(2)) for network in (trained, shipped))
    assert np.abs(expected - found).max() < 1e-3 * np.abs(expected).max()
    unrounded = Runner(Network(layers)).logits(photos(2))
    assert np.abs(expected - unrounded).max() > 0.02 * np.abs(expected).max(), "rounding is felt"


def test_what_is_rounded_already_stays_as_it_is(layers: list[Layer]) -> None:
    steps = random_steps(layers)
    network = rounded_network(layers, steps)
    for once, again in zip(folded(layers, steps), folded(network, steps), strict=True):
        assert np.array_equal(once.codes, again.codes)


def test_a_weight_is_rounded_by_at_most_half_its_step(layers: list[Layer]) -> None:
    layer, steps = layers[7], random_steps(layers)[7]
    step = steps.of(layer.kernel.shape)
    error = np.abs(quantise(layer, steps).codes * step - layer.kernel)
    assert (error <= step * 0.5001).all()


def test_eight_plain_bits_use_the_whole_range_of_each_output(layers: list[Layer]) -> None:
    for layer in (layers[3], layers[-1]):
        quantised = quantise(layer, plain_steps(layer))
        largest = np.abs(quantised.codes).reshape(-1, len(layer.bias)).max(axis=0)
        assert (largest == LARGEST_CODE).all()
        error = np.abs(quantised.dequantised().kernel - layer.kernel)
        assert (error <= quantised.scales * 0.5001).all()


def test_a_channel_of_zeros_stays_zero() -> None:
    layer = Layer("head", np.zeros((512, 2), np.float32), np.zeros(2, np.float32))
    assert not quantise(layer, plain_steps(layer)).dequantised().kernel.any()


def test_sensitive_channels_get_fine_steps_and_codes_fit_a_byte() -> None:
    rng = np.random.default_rng(2)
    layer = Layer("conv", rng.standard_normal((3, 3, 8, 4)).astype(np.float32), np.zeros(4))
    fisher = np.outer([1, 1, 1, 1, 1, 1, 1, 100], [1, 4, 1, 1]).astype(np.float32)
    steps = steps_of(layer, fisher, foldable=True, step=0.5)
    assert steps.rows[0] / steps.rows[-1] == pytest.approx(10, rel=0.1)
    assert steps.columns[0] / steps.columns[1] == pytest.approx(2, rel=0.05)
    table = np.outer(steps.rows, steps.columns)
    assert fisher * table**2 == pytest.approx(np.full((8, 4), 0.25), rel=0.2)
    assert (steps_of(layer, fisher, foldable=False).rows == 1).all()
    finest = steps_of(layer, fisher, foldable=True, step=1e-6).of(layer.kernel.shape)
    assert np.rint(np.abs(layer.kernel) / finest).max() == LARGEST_CODE


def test_the_sensitivity_is_the_mean_square_of_the_gradient(layers: list[Layer]) -> None:
    """A head that is sure of one class has no gradient; one without weights has a known one."""
    blank = Layer("head", np.zeros((FEATURE_COUNT, 9), np.float32), np.zeros(9, np.float32))
    network = Network([*layers[:13], blank])
    batch = photos(4)
    sensitivity = Sensitivity(network, seed=1)
    sensitivity.add([batch] * 8)
    features = Runner(network).features(batch).reshape(4, 49, 512)
    # Nine equal chances: the gradient of a class's logit is drawn - 1/9, its mean square 8/81.
    expected = (features**2).mean(axis=(0, 1)) * 8 / 81
    found = sensitivity.fisher()[-1].mean(axis=1)
    assert found == pytest.approx(expected, rel=0.01)
    assert not np.array(sensitivity.fisher()[5]).any(), "a head of zeros passes no gradient on"


def test_steps_are_kept(layers: list[Layer], tmp_path) -> None:
    steps, names = random_steps(layers), [layer.name for layer in layers]
    save_steps(tmp_path / "steps.npz", names, steps)
    for kept, step in zip(load_steps(tmp_path / "steps.npz", names), steps, strict=True):
        assert np.array_equal(kept.rows, step.rows)
        assert np.array_equal(kept.columns, step.columns)
