"""The ONNX graph run by onnxruntime on one thread, trusted once its golden logits are right."""

from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from batch.coded_error import CodedError
from batch.model_files import Model
from training.golden import golden_input

# More photos at once gain nothing on one thread and take 40 MB each.
PHOTOS_AT_ONCE: Final = 4


class Network:
    """Raises CodedError `no-backend` when this machine computes other logits than it should."""

    def __init__(self, onnx: bytes, model: Model) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            onnx, options, providers=["CPUExecutionProvider"]
        )
        logits, _ = self.run(golden_input()[None])
        error = float(np.abs(logits[0] - np.array(model.golden_logits)).max())
        # NaN is no smaller than anything.
        if not error <= model.golden_tolerance:
            raise CodedError("no-backend", f"onnxruntime computes wrongly here: off by {error}")
        self.golden_error = error

    def run(self, rgb: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Photos `(n, 224, 224, 3)` to logits and calibrated probabilities, `(n, 9)` each."""
        logits, probabilities = self._session.run(["logits", "probabilities"], {"rgb": rgb})
        return logits, probabilities
