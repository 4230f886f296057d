import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.editor.page_look import PageLook
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.window.find_bar import FindBar
from tests.ui.conftest import draft

pytestmark = pytest.mark.usefixtures("chinese")
_TEXTS = ("做好工作", "工作要做细，Work要做实。", "最后一段工作。")


@pytest.fixture
def place(qtbot: QtBot, theme: Theme) -> QWidget:
    """A page with the bar above it."""
    widget = QWidget()
    qtbot.addWidget(widget)
    page = PageEditor(PageLook(100, theme.colours))
    column = QVBoxLayout(widget)
    column.addWidget(FindBar(page, theme))
    column.addWidget(page)
    widget.resize(900, 600)
    widget.show()
    page.open_draft(draft(*_TEXTS))
    return widget


@pytest.fixture
def bar(place: QWidget) -> FindBar:
    return place.findChildren(FindBar)[0]


@pytest.fixture
def page(place: QWidget) -> PageEditor:
    return place.findChildren(PageEditor)[0]


def _fields(bar: FindBar) -> list[QLineEdit]:
    return bar.findChildren(QLineEdit)


def _press(bar: FindBar, text: str) -> None:
    button = next(button for button in bar.findChildren(QPushButton) if button.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _count(bar: FindBar) -> str:
    return bar.findChildren(QLabel)[0].text()


def _selected(page: PageEditor) -> tuple[str, int]:
    cursor = page.textCursor()
    return cursor.selectedText(), cursor.selectionStart()


def _marks(page: PageEditor) -> list[int]:
    return [mark.cursor.selectionStart() for mark in page.extraSelections()]


_FIRST, _SECOND, _THIRD = 2, 5, 24  # where 工作 stands


def _find(bar: FindBar, text: str) -> None:
    bar.open_to_find()
    _fields(bar)[0].setText(text)


def test_what_is_typed_is_found_and_every_place_is_marked(bar: FindBar, page: PageEditor) -> None:
    _find(bar, "工作")
    assert _selected(page) == ("工作", _FIRST)
    assert _marks(page) == [_FIRST, _SECOND, _THIRD]
    assert _count(bar) == "找到 3 处"


def test_while_more_is_typed_the_place_stays_as_long_as_it_fits(
    bar: FindBar, page: PageEditor
) -> None:
    _find(bar, "工")
    _fields(bar)[0].setText("工作")
    assert _selected(page) == ("工作", _FIRST)
    _fields(bar)[0].setText("工作要")
    assert _selected(page) == ("工作要", _SECOND)


def test_from_the_last_place_it_goes_on_at_the_first(bar: FindBar, page: PageEditor) -> None:
    _find(bar, "工作")
    places = []
    for _ in range(4):
        _press(bar, "下一处")
        places.append(_selected(page)[1])
    assert places == [_SECOND, _THIRD, _FIRST, _SECOND]


def test_backwards_from_the_first_place_it_goes_on_at_the_last(
    bar: FindBar, page: PageEditor
) -> None:
    _find(bar, "工作")
    places = []
    for _ in range(3):
        _press(bar, "上一处")
        places.append(_selected(page)[1])
    assert places == [_THIRD, _SECOND, _FIRST]


def test_enter_in_the_field_goes_to_the_next_place(bar: FindBar, page: PageEditor) -> None:
    _find(bar, "工作")
    QTest.keyClick(_fields(bar)[0], Qt.Key.Key_Return)
    assert _selected(page) == ("工作", _SECOND)


def test_what_is_not_there_is_not_found(bar: FindBar, page: PageEditor) -> None:
    _find(bar, "没有的词")
    assert _selected(page)[0] == ""
    assert _marks(page) == []
    assert _count(bar) == "找到 0 处"
    _fields(bar)[0].clear()
    assert _count(bar) == ""


def test_large_and_small_letters_are_the_same(bar: FindBar, page: PageEditor) -> None:
    _find(bar, "wORK")
    assert _selected(page)[0] == "Work"


def test_the_selection_is_what_is_looked_for(bar: FindBar, page: PageEditor) -> None:
    cursor = QTextCursor(page.draft)
    cursor.setPosition(_SECOND)
    cursor.setPosition(_SECOND + 3, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    bar.open_to_find()
    assert _fields(bar)[0].text() == "工作要"
    assert _fields(bar)[0].selectedText() == "工作要"
    assert _selected(page) == ("工作要", _SECOND)
    assert bar.window().focusWidget() is _fields(bar)[0]


def test_a_selection_over_paragraphs_is_not_looked_for(bar: FindBar, page: PageEditor) -> None:
    page.selectAll()
    bar.open_to_find()
    assert _fields(bar)[0].text() == ""


def test_one_place_is_replaced_and_the_next_one_shown(bar: FindBar, page: PageEditor) -> None:
    bar.open_to_replace()
    wanted, instead = _fields(bar)
    wanted.setText("工作")
    instead.setText("事情")
    _press(bar, "替换")
    assert page.toPlainText().split("\n")[0] == "做好事情"
    assert _selected(page) == ("工作", _SECOND)
    QTest.keyClick(instead, Qt.Key.Key_Return)
    assert page.toPlainText().split("\n")[1].startswith("事情要做细")


def test_what_is_selected_but_not_looked_for_is_not_replaced(
    bar: FindBar, page: PageEditor
) -> None:
    bar.open_to_replace()
    _fields(bar)[0].setText("工作")
    page.selectAll()
    before = page.toPlainText()
    bar.replace()
    assert page.toPlainText() == before


def test_everywhere_is_replaced_and_one_undo_takes_it_back(bar: FindBar, page: PageEditor) -> None:
    before = page.toPlainText()
    bar.open_to_replace()
    wanted, instead = _fields(bar)
    wanted.setText("工作")
    instead.setText("工作工作")  # holds what is looked for
    _press(bar, "全部替换")
    assert page.toPlainText() == before.replace("工作", "工作工作")
    assert _count(bar) == "已替换 3 处"
    page.undo_step()
    assert page.toPlainText() == before
    assert not page.draft.isUndoAvailable()


def test_everywhere_may_be_taken_out(bar: FindBar, page: PageEditor) -> None:
    bar.open_to_replace()
    _fields(bar)[0].setText("工作")
    _press(bar, "全部替换")
    assert "工作" not in page.toPlainText()
    assert _marks(page) == []


def test_without_a_word_nothing_is_replaced(bar: FindBar, page: PageEditor) -> None:
    before = page.toPlainText()
    bar.open_to_replace()
    _fields(bar)[1].setText("事情")
    _press(bar, "替换")
    _press(bar, "全部替换")
    assert page.toPlainText() == before


def test_the_second_line_is_there_only_for_replacing(bar: FindBar) -> None:
    bar.open_to_find()
    assert not _fields(bar)[1].isVisible()
    bar.open_to_replace()
    assert _fields(bar)[1].isVisible()


@pytest.mark.parametrize("field", [0, 1])
def test_escape_closes_the_bar_and_takes_the_marks_along(
    bar: FindBar, page: PageEditor, qtbot: QtBot, field: int
) -> None:
    bar.open_to_replace()
    _fields(bar)[0].setText("工作")
    with qtbot.waitSignal(bar.closed):
        QTest.keyClick(_fields(bar)[field], Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert _marks(page) == []


def test_closed_it_still_finds_what_was_looked_for_but_marks_nothing(
    bar: FindBar, page: PageEditor
) -> None:
    _find(bar, "工作")
    _press(bar, "关闭")
    bar.find_next()
    assert _selected(page) == ("工作", _SECOND)
    assert _marks(page) == []


def test_another_draft_gets_its_own_marks(bar: FindBar, page: PageEditor) -> None:
    _find(bar, "工作")
    page.open_draft(draft("工作", "只有这里"))
    assert _marks(page) == [0]
    assert _count(bar) == "找到 1 处"
