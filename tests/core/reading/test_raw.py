import pytest

from desktop_app.core.document.paragraph import Role
from desktop_app.core.errors import FileHostile
from desktop_app.core.reading.raw import RawParagraph, bounded, hinted


def test_more_paragraphs_than_any_paper_has_are_hostile() -> None:
    assert sum(1 for _ in bounded(range(100_000))) == 100_000
    with pytest.raises(FileHostile):
        list(bounded(range(100_001)))


def test_each_line_is_a_paragraph_and_keeps_a_role_that_fits() -> None:
    assert list(hinted("总则\n\n 这是一个句子。后面还有", Role.HEADING_1)) == [
        RawParagraph("总则", Role.HEADING_1),
        RawParagraph("这是一个句子。后面还有"),
    ]
