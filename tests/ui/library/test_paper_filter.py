import pytest

from desktop_app.ui.library.names import state_name
from desktop_app.ui.library.paper_filter import PaperFilter, searched_text
from desktop_app.ui.library.paper_row import PaperRow, PaperState
from tests.ui.library.papers import paper

pytestmark = pytest.mark.usefixtures("chinese")
_ROW = paper(5, title="防汛工作总结", genre="工作总结", year=2023, state="spun", name="GDP.docx")


def _admits(wanted: PaperFilter, row: PaperRow = _ROW) -> bool:
    return wanted.admits(row, searched_text(row, state_name(row.state)))


@pytest.mark.parametrize(
    "word", ["防汛", "工作总结", "2023", "县人民", "青禾县", "1005", "疑似", "gdp", "  防汛  2023 "]
)
def test_words_are_found_in_every_column_and_in_the_name_of_the_file(word: str) -> None:
    assert _admits(PaperFilter.of(word))


@pytest.mark.parametrize("words", ["抗旱", "防汛 抗旱", "结工作总"])
def test_every_word_must_occur_in_one_column(words: str) -> None:
    assert not _admits(PaperFilter.of(words))


def test_without_words_every_paper_is_wanted() -> None:
    assert _admits(PaperFilter.of("  "))
    assert PaperFilter.of("  ") == PaperFilter()


def test_genre_and_state_narrow_further() -> None:
    assert _admits(PaperFilter.of("防汛", "工作总结", PaperState.SPUN))
    assert not _admits(PaperFilter.of("防汛", "通知"))
    assert not _admits(PaperFilter.of("防汛", state=PaperState.USED))


def test_an_unknown_genre_can_be_asked_for() -> None:
    assert _admits(PaperFilter.of("", ""), paper(1, genre=""))
    assert not _admits(PaperFilter.of("", ""))


def test_an_unknown_year_is_no_word() -> None:
    assert "none" not in searched_text(paper(1, year=None), "")
