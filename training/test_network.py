import io
import os
import pickle

import numpy as np
import pytest

from training.fetch_weights import NumpyOnlyUnpickler
from training.network import Network, Runner, fast_dtype
from training.reference import ReferenceNetwork
from training.vgg16 import PAPER, PARAMETER_COUNT, TORCHVISION, Layer, check_architecture


def random_head() -> Layer:
    rng = np.random.default_rng(7)
    return Layer(
        "head",
        (rng.standard_normal((25_088, 9)) * 0.01).astype(np.float32),
        rng.standard_normal(9).astype(np.float32),
    )


def random_photos(count: int) -> np.ndarray:
    return np.random.default_rng(3).integers(0, 256, (count, 224, 224, 3)).astype(np.uint8)


@pytest.mark.parametrize("preprocessing", [TORCHVISION, PAPER])
def test_two_implementations_agree_on_the_network(random_base, preprocessing) -> None:
    layers = [*random_base, random_head()]
    [photo] = random_photos(1)
    reference = ReferenceNetwork(layers, preprocessing)
    runner = Runner(Network(layers, preprocessing))
    features = reference.features(photo)
    assert np.abs(runner.features(photo[None])[0] - features).max() < 1e-4 * features.max()
    expected = reference.logits(photo)
    assert np.abs(runner.logits(photo[None])[0] - expected).max() < 1e-3 * np.abs(expected).max()


def test_the_fast_numbers_of_training_stay_close_to_float32(random_base) -> None:
    photos = random_photos(2)
    exact, fast = (
        Runner(Network(random_base, dtype=dtype)).features(photos)
        for dtype in (np.float32, fast_dtype())
    )
    assert np.abs(fast - exact).max() < 0.05 * exact.max()


def test_a_batch_that_is_not_full_gets_the_same_answers(random_base) -> None:
    runner = Runner(Network(random_base))
    photos = random_photos(34)
    assert np.allclose(runner.features(photos)[32:], runner.features(photos[32:]), atol=1e-5)


def test_the_architecture_is_the_papers_to_the_parameter(random_base: list[Layer]) -> None:
    network = [*random_base, random_head()]
    check_architecture(network)
    assert sum(layer.kernel.size + layer.bias.size for layer in network) == PARAMETER_COUNT
    with pytest.raises(ValueError, match="Table I"):
        check_architecture(network[1:])


def test_a_pickle_with_anything_but_numpy_in_it_is_refused() -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.system, ("true",)

    with pytest.raises(pickle.UnpicklingError, match="refused"):
        NumpyOnlyUnpickler(io.BytesIO(pickle.dumps(Evil()))).load()
    array = np.arange(3)
    assert np.array_equal(NumpyOnlyUnpickler(io.BytesIO(pickle.dumps(array, 4))).load(), array)
