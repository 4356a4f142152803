"""Photos' bytes to rows of answers: a row for each photo, whatever is in its file. Knows no Ray."""

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from batch.coded_error import CodedError
from batch.inputs import Content
from batch.model_files import Model
from batch.network import PHOTOS_AT_ONCE, Network
from batch.outputs import Row
from batch.photo import read_photo
from training.metrics import verdicts

Pixels = NDArray[np.uint8]


def rows_of(photos: Iterable[tuple[str, Content]], network: Network, model: Model) -> list[Row]:
    """In the order of `photos`, names and contents."""
    left = iter(photos)
    rows: list[Row] = []
    while group := list(islice(left, PHOTOS_AT_ONCE)):
        prepared = [prepare(content) for _, content in group]
        ready = [rgb for rgb in prepared if not isinstance(rgb, CodedError)]
        answers = answers_of(ready, network, model)
        for (path, _), photo in zip(group, prepared, strict=True):
            outcome = photo if isinstance(photo, CodedError) else next(answers)
            answer = {"error_code": outcome.code} if isinstance(outcome, CodedError) else outcome
            rows.append({"path": path, "model_version": model.version, **answer})
    return rows


def prepare(content: Content) -> Pixels | CodedError:
    if isinstance(content, CodedError):
        return content
    try:
        return read_photo(content)
    except CodedError as error:
        return error


def answers_of(photos: list[Pixels], network: Network, model: Model) -> Iterator[Row | CodedError]:
    """For each photo its answer's columns, or `inference-failed`."""
    if not photos:
        return
    _, probabilities = network.run(np.stack(photos))
    for nine in probabilities:
        if not np.isfinite(nine).all():
            yield CodedError("inference-failed", "probabilities are not finite")
            continue
        top = int(nine.argmax())
        [verdict] = verdicts(nine[None], model.calibration)
        yield {
            "class": model.classes[top],
            "probability": nine[top],
            "verdict": verdict,
            "probabilities": nine,
        }
