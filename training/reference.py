"""The network run by ncnn: an implementation that neither training nor the page shares.

What the exported files must answer (the manifest's golden logits, the sample photos) comes from it.
"""

from tempfile import NamedTemporaryFile

import ncnn
import numpy as np
from numpy.typing import NDArray

from training.vgg16 import (
    BLOCK_WIDTHS,
    INPUT_SIZE,
    TORCHVISION,
    Layer,
    Preprocessing,
    check_architecture,
)

CONVOLUTION_FLAGS = "1=3 4=1 5=1 9=1"  # kernel 3, padding 1, with bias, fused ReLU


def network_text() -> str:
    """The thirteen convolutions and five pools in ncnn's param format."""
    lines = [f"Input data 0 1 data 0={INPUT_SIZE} 1={INPUT_SIZE} 2=3"]
    previous, fan_in = "data", 3
    for block, widths in enumerate(BLOCK_WIDTHS, start=1):
        for index, width in enumerate(widths, start=1):
            name = f"conv{block}_{index}"
            size = 9 * fan_in * width
            lines.append(
                f"Convolution {name} 1 1 {previous} {name} 0={width} {CONVOLUTION_FLAGS} 6={size}"
            )
            previous, fan_in = name, width
        lines.append(f"Pooling pool{block} 1 1 {previous} pool{block} 0=0 1=2 2=2")
        previous = f"pool{block}"
    return f"7767517\n{len(lines)} {len(lines)}\n" + "\n".join(lines) + "\n"


def network_bytes(convolutions: list[Layer]) -> bytes:
    """ncnn's weight file: a zero tag (float32), OIHW weights, then bias, layer by layer."""
    chunks = []
    for layer in convolutions:
        weights = np.ascontiguousarray(layer.kernel.transpose(3, 2, 0, 1), dtype="<f4")
        chunks += [bytes(4), weights.tobytes(), layer.bias.astype("<f4").tobytes()]
    return b"".join(chunks)


class ReferenceNetwork:
    """The paper's Table I in float32, one photo at a time. Not thread-safe.

    Raises ValueError when `layers` is not Table I.
    """

    def __init__(
        self, layers: list[Layer], preprocessing: Preprocessing = TORCHVISION, threads: int = 2
    ) -> None:
        check_architecture(layers)
        *convolutions, self._head = layers
        self._preprocessing = preprocessing
        self._net = ncnn.Net()
        self._net.opt.num_threads = threads
        self._net.opt.use_fp16_storage = False
        self._net.opt.use_fp16_packed = False
        self._net.opt.use_fp16_arithmetic = False
        self._net.load_param_mem(network_text())
        # Its Python binding takes weights from a file only; it has read them all on return.
        with NamedTemporaryFile(suffix=".bin") as file:
            file.write(network_bytes(convolutions))
            file.flush()
            self._net.load_model(file.name)

    def features(self, rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
        """`(7, 7, 512)` of one `(224, 224, 3)` photo."""
        mean = np.asarray(self._preprocessing.mean, dtype=np.float32)
        sd = np.asarray(self._preprocessing.sd, dtype=np.float32)
        normalised = (rgb.astype(np.float32) / 255 - mean) / sd
        # ncnn.Mat borrows this array's memory: it must have a name until the extraction.
        data = np.ascontiguousarray(normalised.transpose(2, 0, 1))
        extractor = self._net.create_extractor()
        extractor.input("data", ncnn.Mat(data))
        status, blob = extractor.extract("pool5")
        if status != 0:
            raise RuntimeError(f"ncnn could not compute pool5: status {status}")
        return np.array(blob).transpose(1, 2, 0)

    def logits(self, rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
        """`(9,)` of one photo."""
        return self.features(rgb).ravel() @ self._head.kernel + self._head.bias
