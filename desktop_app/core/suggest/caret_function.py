"""What a passage at the caret is to do, as far as headings and words before it tell."""

from collections.abc import Sequence

from desktop_app.core.document.function import Function
from desktop_app.core.document.genre import infer_genre
from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.library.phrases import mine_phrases

_NOTHING_SAID = "。"  # a sentence without a cue does what its section does
_LOOKS_BACK = frozenset({Function.ACHIEVEMENT})
_LOOKS_AHEAD = frozenset({Function.MEASURE, Function.REQUIREMENT})


def caret_function(headings: Sequence[str], before: str, title: str = "") -> Function | None:
    """The function of the paragraph at the caret; None where neither heading nor title tells.

    Args:
        headings: above the caret, outermost first.
        before: the draft up to the caret, one paragraph a line.
        title: of the draft; if it is not given, the first line is taken for it.
    """
    if not headings:
        return None
    lines = before.split("\n")
    here = lines[-1].strip() or _NOTHING_SAID
    said = title or lines[0]
    *_, last = mine_phrases([Paragraph(headings[0], Role.HEADING_1), Paragraph(here)], said)
    # What has no cue at all counts as a measure. In a paper of an unknown kind that is no evidence.
    unsure = last.function is Function.MEASURE and not infer_genre(said)
    return None if unsure else last.function


def misplaced_at(function: Function | None) -> frozenset[Function]:
    """What would be out of place: plans in a review, and the reverse."""
    if function in _LOOKS_BACK:
        return _LOOKS_AHEAD
    return _LOOKS_BACK if function in _LOOKS_AHEAD else frozenset()
