import pytest
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop_app.ui.editor.grey_text import GreyText
from desktop_app.ui.editor.page_editor import PageEditor
from tests.ui.conftest import draft

_GREY = QColor("#808080")
_BODY = "群团工作重于泰山，"
_LONG = "要从小事做起，" * 8


@pytest.fixture
def page(editor: PageEditor) -> PageEditor:
    editor.resize(1200, 700)
    editor.open_draft(draft("在会议上的讲话", "同志们：", _BODY, "后面还有一段。"))
    QApplication.processEvents()
    return editor


def _cursor(page: PageEditor, paragraph: int, place: int) -> QTextCursor:
    cursor = QTextCursor(page.draft.findBlockByNumber(paragraph))
    cursor.setPosition(cursor.position() + place)
    page.setTextCursor(cursor)
    return cursor


def _looks(page: PageEditor, paragraph: int) -> list[tuple[int, int, str, int]]:
    formats = page.draft.findBlockByNumber(paragraph).layout().formats()
    return [
        (f.start, f.length, f.format.foreground().color().name(), f.format.font().weight())
        for f in formats
    ]


def _top(page: PageEditor, paragraph: int) -> int:
    return page.cursorRect(QTextCursor(page.draft.findBlockByNumber(paragraph))).top()


def test_the_draft_its_history_and_its_state_know_nothing_of_it(page: PageEditor) -> None:
    before, revision = page.toPlainText(), page.draft.revision()
    heard: list[str] = []
    page.draft.contentsChanged.connect(lambda: heard.append("changed"))
    grey = GreyText()
    grey.show(_cursor(page, 2, len(_BODY)), _LONG, _GREY)
    grey.hide()
    assert page.toPlainText() == before
    assert page.draft.revision() == revision
    assert not page.draft.isUndoAvailable()
    assert not page.draft.isModified()
    assert heard == []


def test_it_wraps_like_any_text_and_moves_aside_what_is_below(page: PageEditor) -> None:
    cursor, below = _cursor(page, 2, len(_BODY)), _top(page, 3)
    layout = page.draft.findBlockByNumber(2).layout()
    assert layout.lineCount() == 1
    grey = GreyText()
    grey.show(cursor, _LONG, _GREY)
    assert layout.lineCount() >= 3
    assert _top(page, 3) > below
    grey.hide()
    assert layout.lineCount() == 1
    assert _top(page, 3) == below


def test_it_is_painted_in_its_colour_behind_the_caret(page: PageEditor) -> None:
    cursor = _cursor(page, 2, len(_BODY))
    plain = _pixels(page, "#ff0000")
    GreyText().show(cursor, _LONG, QColor("#ff0000"))
    assert plain == 0
    assert _pixels(page, "#ff0000") > 50


def _pixels(page: PageEditor, colour: str) -> int:
    image: QImage = page.viewport().grab().toImage()
    wanted = QColor(colour).rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


@pytest.mark.parametrize("place", [0, 3, len(_BODY)])
def test_the_looks_of_the_paragraph_come_back_as_they_were(page: PageEditor, place: int) -> None:
    before = _looks(page, 2)
    grey = GreyText()
    grey.show(_cursor(page, 2, place), "𠮷要从", _GREY)
    assert (place, 4, "#808080", _looks(page, 2)[-1][3]) in _looks(page, 2)
    grey.hide()
    assert _looks(page, 2) == before


def test_it_looks_like_the_title_in_a_title(page: PageEditor) -> None:
    size = page.draft.findBlockByNumber(0).layout().lineAt(0).height()
    GreyText().show(_cursor(page, 0, len("在会议上的讲话")), "（一）", _GREY)
    layout = page.draft.findBlockByNumber(0).layout()
    (start, length, _colour, _weight), *_rest = _looks(page, 0)
    assert (start, length) == (0, len("在会议上的讲话（一）"))
    assert layout.lineAt(0).height() == size


def test_the_highlighter_may_come_in_between(page: PageEditor) -> None:
    before = _looks(page, 2)
    grey = GreyText()
    grey.show(_cursor(page, 2, 3), "要从小事", _GREY)
    page.draft._highlighter.rehighlight()
    grey.hide()
    assert _looks(page, 2) == before


def test_a_paragraph_that_has_gone_takes_it_along(page: PageEditor) -> None:
    grey = GreyText()
    grey.show(_cursor(page, 2, len(_BODY)), "要从小事", _GREY)
    page.selectAll()
    page.textCursor().removeSelectedText()
    grey.hide()
    block = page.draft.firstBlock()
    assert block.layout().preeditAreaText() == ""
    assert page.toPlainText() == ""


def test_what_an_input_method_put_in_its_place_is_left_alone(page: PageEditor) -> None:
    grey = GreyText()
    grey.show(_cursor(page, 2, len(_BODY)), "要从小事", _GREY)
    layout = page.draft.findBlockByNumber(2).layout()
    layout.setPreeditArea(len(_BODY), "yao")
    grey.hide()
    assert layout.preeditAreaText() == "yao"
    layout.setPreeditArea(-1, "")
