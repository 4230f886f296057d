"""What is kept of a paper's text to compare it with others, and its form in the library."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from desktop_app.core.library.near_duplicates import PERMUTATIONS, Signature, signature
from desktop_app.core.library.quotations import Sample, sample_runs

_NUMBER = np.dtype("<u4")


class Marks(NamedTuple):
    """The signature tells papers that are alike, the sample those that quote each other."""

    signature: Signature
    sample: Sample


def paper_marks(texts: Sequence[str]) -> Marks:
    """The marks of a paper from its paragraphs."""
    return Marks(signature(texts), sample_runs(texts))


def write_marks(marks: Marks) -> bytes:
    """The marks as they are stored: the signature, how large the sample is, and the sample."""
    count = np.array([len(marks.sample)])
    return np.concatenate([marks.signature, count, marks.sample]).astype(_NUMBER).tobytes()


def read_marks(kept: bytes) -> Marks | None:
    """The marks that were stored; None where there are none, or of an earlier version only."""
    numbers = np.frombuffer(kept, _NUMBER)
    if len(numbers) <= PERMUTATIONS:
        return None
    return Marks(numbers[:PERMUTATIONS], numbers[PERMUTATIONS + 1 :])
