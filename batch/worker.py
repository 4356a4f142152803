"""What runs on every core of the cluster: one network that sorts one part after another."""

import pickle
import time
from collections.abc import Iterator
from itertools import islice
from typing import Any

import numpy as np
import ray

from batch.coded_error import CodedError
from batch.inputs import Content, Input, Part
from batch.model_files import Model
from batch.network import PHOTOS_AT_ONCE, Network
from batch.outputs import Output, Row
from batch.photo import read_photo
from training.metrics import verdicts


class PartSorter:
    """A stateful worker of `map_batches`: a batch is one part, of which it tells how it went.

    Raises CodedError `no-backend` when the network does not compute its golden logits here.
    """

    def __init__(self, onnx: ray.ObjectRef, model: Model, source: Input, target: Output) -> None:
        self._model = model
        self._network = Network(ray.get(onnx), model)
        self._source = source
        self._target = target

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[Any]]:
        [pickled] = batch["part"]
        part: Part = pickle.loads(pickled)
        started = time.perf_counter()
        rows = self.sort(part)
        self._target.write(part.number, rows)
        return {
            "part": [part.number],
            "photos": [len(rows)],
            "seconds": [time.perf_counter() - started],
            "node": [ray.get_runtime_context().get_node_id()],
        }

    def sort(self, part: Part) -> list[Row]:
        """A row for each photo, in the part's order, whatever is in its file."""
        photos = self._source.photos(part)
        rows: list[Row] = []
        while group := list(islice(photos, PHOTOS_AT_ONCE)):
            pixels = [prepare(content) for _, content in group]
            answers = self.answers([rgb for rgb in pixels if not isinstance(rgb, CodedError)])
            for (path, _), rgb in zip(group, pixels, strict=True):
                outcome = rgb if isinstance(rgb, CodedError) else next(answers)
                rows.append(self.row(path, outcome))
        return rows

    def answers(self, photos: list[np.ndarray]) -> Iterator[Row | CodedError]:
        """For each photo `(224, 224, 3)`: its row's columns, or `inference-failed`."""
        if not photos:
            return
        _, probabilities = self._network.run(np.stack(photos))
        for nine in probabilities:
            if not np.isfinite(nine).all():
                yield CodedError("inference-failed", "probabilities are not finite")
                continue
            top = int(nine.argmax())
            [verdict] = verdicts(nine[None], self._model.calibration)
            yield {
                "class": self._model.classes[top],
                "probability": nine[top],
                "verdict": verdict,
                "probabilities": nine,
            }

    def row(self, path: str, outcome: Row | CodedError) -> Row:
        answer = {"error_code": outcome.code} if isinstance(outcome, CodedError) else outcome
        return {"path": path, "model_version": self._model.version, **answer}


def prepare(content: Content) -> np.ndarray | CodedError:
    if isinstance(content, CodedError):
        return content
    try:
        return read_photo(content)
    except CodedError as error:
        return error
