"""A value that was inferred, with how sure that is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Inferred(Generic[T_co]):
    """A value and the confidence in it, 0 (a guess) to 1 (certain)."""

    value: T_co
    confidence: float


UNKNOWN = Inferred("", 0.0)


def first_known(found: Iterable[Inferred[str]]) -> Inferred[str]:
    """The first that says something, UNKNOWN if none does."""
    return next((inferred for inferred in found if inferred.value), UNKNOWN)
