"""Takes note of how the user meets suggestions, and shows or forgets what was noted."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from desktop_app.core.library.usage import Uses, counted_texts, forget_uses, note_uses
from desktop_app.core.text.surrogates import without_surrogates
from desktop_app.session.library import Library
from desktop_app.session.question import Question

Answer = dict[str, Any]


class UseVerbs:
    """The verbs about the use of suggestions.

    Args:
        library: gives the open library.

    Attributes:
        verbs: what answers a question, by the verb's name.
    """

    def __init__(self, library: Callable[[], Library]) -> None:
        self._library = library
        self.verbs: Mapping[str, Callable[[Question], Answer]] = {
            "use": self._use,
            "uses": self._uses,
            "forget_uses": self._forget,
        }

    def _use(self, question: Question) -> Answer:
        taken, undone, passed = (
            [without_surrogates(part.text("text")) for part in question.parts(name)]
            for name in ("taken", "undone", "passed")
        )
        source = self._library().suggestions.offered.paper_of
        uses = Uses(
            taken=list(_of_known_papers(taken, source)),
            undone=list(_of_known_papers(undone, source)),
            passed=[(text, source(text)) for text in passed],
        )
        note_uses(self._library().database, uses)
        self._library().suggestions.notice_use()
        return {}

    def _uses(self, _question: Question) -> Answer:
        return {"uses": [asdict(counts) for counts in counted_texts(self._library().database)]}

    def _forget(self, _question: Question) -> Answer:
        forget_uses(self._library().database)
        self._library().suggestions.notice_use()
        return {}


def _of_known_papers(
    texts: Sequence[str], source: Callable[[str], int | None]
) -> Iterator[tuple[str, int]]:
    """The texts whose papers are known; offers of another day are not."""
    for text in texts:
        paper_id = source(text)
        if paper_id is not None:
            yield text, paper_id
