"""The kinds of functions, apart from the rules that tell them, which take time to load."""

from enum import StrEnum


class Function(StrEnum):
    """The uses of a passage that a writer looks for."""

    OPENING = "opening"
    ACHIEVEMENT = "achievement"
    PROBLEM = "problem"
    MEANING = "meaning"
    REQUIREMENT = "requirement"
    MEASURE = "measure"
    CLOSING = "closing"
    QUOTATION = "quotation"
