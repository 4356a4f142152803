"""What runs on every core of the cluster: one network that sorts one part after another."""

import pickle
import time
from typing import Any

import ray

from batch.answers import rows_of
from batch.inputs import Input, Part
from batch.model_files import Model
from batch.network import Network
from batch.outputs import Output


class PartSorter:
    """A stateful worker of `map_batches`: a batch is one part, of which it tells how it went.

    Raises CodedError `no-backend` when the network does not compute its golden logits here.
    """

    def __init__(self, onnx: ray.ObjectRef, model: Model, source: Input, target: Output) -> None:
        self._network = Network(ray.get(onnx), model)
        self._model = model
        self._source = source
        self._target = target

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[Any]]:
        [pickled] = batch["part"]
        part: Part = pickle.loads(pickled)
        started = time.perf_counter()
        rows = rows_of(self._source.photos(part), self._network, self._model)
        self._target.write(part.number, rows)
        return {
            "part": [part.number],
            "photos": [len(rows)],
            "seconds": [time.perf_counter() - started],
            "node": [ray.get_runtime_context().get_node_id()],
        }
