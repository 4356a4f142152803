"""Entropy-coded integers of one layer to codes: twin of src/inference/code-decoder.ts.

training/codec.py writes them and tells why so. A code's table depends on the codes of earlier rows
alone, and 64 codes in a row have a state each, so numpy decodes up to 64 at once.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from batch.coded_error import CodedError
from training.codec import (
    CONTEXT_COUNT,
    LANES,
    LOWEST_STATE,
    PRIOR,
    TABLE_BITS,
    UNITS,
    WORD_BITS,
    context_edges,
)

HEAD_BYTES = LANES * 4
SLOTS = 1 << TABLE_BITS
# Largest kernel of VGG16 is 2.4 million; a file that claims far more is refused first.
MAX_CODES = 1 << 24


class CodeDecoder:
    """Decodes one layer after another with the manifest's `tables`."""

    def __init__(self, tables: list[dict[str, Any]]) -> None:
        # For each context and each of its 4,096 slots: the code, its frequency, and how far into
        # the code's own slots this one is.
        self._codes = np.zeros(CONTEXT_COUNT * SLOTS, np.int64)
        self._frequencies = np.zeros(CONTEXT_COUNT * SLOTS, np.int64)
        self._offsets = np.zeros(CONTEXT_COUNT * SLOTS, np.int64)
        for context, table in enumerate(tables):
            frequencies = np.array(table["frequencies"], np.int64)
            if not len(frequencies):
                continue
            own = slice(context * SLOTS, (context + 1) * SLOTS)
            symbols = np.repeat(np.arange(len(frequencies)), frequencies)
            starts = np.cumsum(frequencies) - frequencies
            self._codes[own] = symbols + table["lowest"]
            self._frequencies[own] = frequencies[symbols]
            self._offsets[own] = np.arange(SLOTS) - starts[symbols]
        edges = context_edges()
        # First slot of the context of each expected magnitude; the last stands for all larger ones.
        self._first_slots = np.searchsorted(edges, np.arange(edges[-1] + 1), side="right") * SLOTS

    def decode(self, coded: bytes, places: int, inputs: int, outputs: int) -> NDArray[np.int8]:
        """Codes `(places, inputs, outputs)`.

        Raises CodedError `model-corrupt` when the bytes are not exactly such a layer's.
        """
        count = places * inputs * outputs
        if len(coded) < HEAD_BYTES or len(coded) % 2 or count > MAX_CODES:
            raise CodedError("model-corrupt", f"{len(coded)} bytes for {count} codes")
        states = np.frombuffer(coded, "<u4", LANES).astype(np.int64)
        words = np.frombuffer(coded, "<u2", offset=HEAD_BYTES).astype(np.int64)
        # Words that are not there read as 0, as many as one turn can ask for beyond the end.
        words = np.concatenate([words, np.zeros(LANES, np.int64)])
        codes = np.empty((places * inputs, outputs), np.int64)
        used = 0
        cells = np.zeros((inputs, outputs))
        rows = np.zeros(inputs)
        columns = np.zeros(outputs)
        total = 0.0
        for index, row_codes in enumerate(codes):
            place, channel = divmod(index, inputs)
            # The same float64 arithmetic in the same order as in training/codec.py.
            mean = (total + 1) / (index * outputs + 1)
            row = (rows[channel] + 0.5 * mean) / (place * outputs + 0.5)
            cell_weight = UNITS / (place + PRIOR)
            column_weight = PRIOR * row / (mean * (index + PRIOR)) * cell_weight
            expected = cells[channel] * cell_weight + (columns + PRIOR * mean) * column_weight
            last = len(self._first_slots) - 1
            first_slots = self._first_slots[np.minimum(expected, last).astype(np.int64)]
            used = self._decode_row(row_codes, first_slots, index * outputs, states, words, used)
            magnitudes = np.abs(row_codes)
            cells[channel] += magnitudes
            columns += magnitudes
            row_sum = magnitudes.sum()
            rows[channel] += row_sum
            total += row_sum
        if used != len(words) - LANES or (states != LOWEST_STATE).any():
            raise CodedError("model-corrupt", f"codes end after {used} words")
        return codes.reshape(places, inputs, outputs).astype(np.int8)

    def _decode_row(
        self,
        codes: NDArray[np.int64],
        first_slots: NDArray[np.int64],
        position: int,
        states: NDArray[np.int64],
        words: NDArray[np.int64],
        used: int,
    ) -> int:
        """Fills `codes`, of which the first is the layer's code number `position`.

        Pieces end where the 64 states have each had their turn. Returns how many words are used.
        """
        start = 0
        while start < len(codes):
            lane = (position + start) % LANES
            stop = min(len(codes), start + LANES - lane)
            own = states[lane : lane + stop - start]
            slots = first_slots[start:stop] + (own & (SLOTS - 1))
            codes[start:stop] = self._codes[slots]
            following = self._frequencies[slots] * (own >> TABLE_BITS) + self._offsets[slots]
            hungry = np.flatnonzero(following < LOWEST_STATE)
            fed = words[used : used + len(hungry)]
            if len(fed) < len(hungry):
                raise CodedError("model-corrupt", f"codes go on after {used} words")
            following[hungry] = (following[hungry] << WORD_BITS) | fed
            own[:] = following
            used += len(hungry)
            start = stop
        return used
