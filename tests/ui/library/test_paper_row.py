import pytest

from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.ui.library.paper_row import PaperState, RemovedText, read_details
from tests.ui.library.papers import paper, said_in_full


def test_a_paper_is_read_from_the_answer() -> None:
    row = paper(7, year=None, state="spun", copies=3, unknown="passed over")
    assert (row.id, row.year, row.state, row.copies) == (7, None, PaperState.SPUN, 3)
    assert (row.title, row.name) == ("关于做好第7项工作的通知", "7.docx")


def test_a_state_that_is_not_known_is_no_paper() -> None:
    with pytest.raises(ValueError, match="burnt"):
        paper(7, state="burnt")


def test_what_was_inferred_with_less_than_six_tenths_is_doubtful() -> None:
    assert read_details(said_in_full(7)).doubtful == {"body", "place"}


def test_paragraphs_and_what_was_removed_are_read_in_full() -> None:
    details = read_details(said_in_full(7))
    assert details.paragraphs[1] == Paragraph("（一）加强领导。各级要重视。", Role.HEADING_2, 8)
    assert details.removed[1] == RemovedText(3, "— 2 —", "page_number")
    assert details.files == ("/旧稿/7.docx",)


@pytest.mark.parametrize(
    ("state", "suggested"),
    [("used", True), ("missing", True), ("excluded", False), ("spun", False)],
)
def test_suggestions_draw_on_what_is_in_use_even_if_its_file_is_gone(
    state: str, *, suggested: bool
) -> None:
    assert paper(1, state=state).suggested is suggested
