"""What a passage at the caret is to do, as far as headings and words before it tell."""

from collections.abc import Sequence

from desktop_app.core.document.function import heading_function
from desktop_app.core.document.function_kind import Function
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
    lines = before.split("\n")
    said = title or lines[0]
    if not headings or not (_tells(headings[0]) or infer_genre(said)):
        return None
    here = lines[-1].strip() or _NOTHING_SAID
    *_, last = mine_phrases([Paragraph(headings[0], Role.HEADING_1), Paragraph(here)], said)
    return last.function


def _tells(heading: str) -> bool:
    """Whether a heading has a cue; what has none counts as a plan."""
    return heading_function(heading) is not Function.MEASURE


def misplaced_at(function: Function | None) -> frozenset[Function]:
    """What would be out of place: plans in a review, and the reverse."""
    if function in _LOOKS_BACK:
        return _LOOKS_AHEAD
    return _LOOKS_BACK if function in _LOOKS_AHEAD else frozenset()
