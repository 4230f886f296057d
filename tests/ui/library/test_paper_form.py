import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.library.paper_form import PaperForm
from tests.ui.library.papers import paper

pytestmark = pytest.mark.usefixtures("chinese")
_NAMES = ("title", "genre", "year", "body", "place")


class Edits:
    """The form in a window with another field, and what was edited in it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.form, self.elsewhere = PaperForm(), QLineEdit()
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.form)
        layout.addWidget(self.elsewhere)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.made: list[tuple[int, object]] = []
        self.form.edited.connect(self._note)

    def _note(self, number: int, fields: object) -> None:
        self.made.append((number, fields))

    def field(self, name: str) -> QLineEdit:
        return self.form._fields[name]

    def type_into(self, name: str, text: str) -> None:
        field = self.field(name)
        field.setFocus()
        field.selectAll()
        if text:
            QTest.keyClicks(field, text)
        else:
            QTest.keyClick(field, Qt.Key.Key_Delete)

    def shown(self) -> list[str]:
        return [self.field(name).text() for name in _NAMES]


@pytest.fixture
def edits(qtbot: QtBot) -> Edits:
    made = Edits(qtbot)
    made.form.show_row(paper(7), frozenset({"body", "place"}))
    return made


def test_what_is_known_of_a_paper_is_shown(edits: Edits) -> None:
    assert edits.shown() == ["关于做好第7项工作的通知", "通知", "2024", "青禾县人民政府", "青禾县"]


def test_what_is_doubtful_has_a_question_mark_and_is_paler(edits: Edits) -> None:
    marked = [label.text() for label in edits.form.findChildren(QLabel) if "?" in label.text()]
    assert sorted(marked) == ["发文机关 ?", "地区 ?"]
    assert [edits.field(name).property("doubtful") for name in _NAMES] == [False] * 3 + [True] * 2
    assert "按回车认可" in edits.field("place").toolTip()
    assert edits.field("year").toolTip() == ""


def test_the_fields_do_not_move_when_a_doubt_comes_or_goes(edits: Edits) -> None:
    QApplication.processEvents()
    before = [edits.field(name).mapTo(edits.form, QPoint()) for name in _NAMES]
    edits.form.show_row(paper(7), frozenset())
    QApplication.processEvents()
    assert [edits.field(name).mapTo(edits.form, QPoint()) for name in _NAMES] == before


def test_a_value_is_taken_over_on_enter_once(edits: Edits) -> None:
    edits.type_into("year", "2019")
    assert edits.made == []
    QTest.keyClick(edits.field("year"), Qt.Key.Key_Return)
    edits.elsewhere.setFocus()
    assert edits.made == [(7, {"year": 2019})]


def test_a_value_is_taken_over_when_its_field_is_left(edits: Edits) -> None:
    edits.type_into("title", "  A new title ")
    edits.elsewhere.setFocus()
    assert edits.made == [(7, {"title": "A new title"})]


def test_a_value_that_is_the_same_is_not_taken_over(edits: Edits) -> None:
    edits.type_into("year", "2024")
    QTest.keyClick(edits.field("year"), Qt.Key.Key_Return)
    edits.field("body").setFocus()
    edits.elsewhere.setFocus()
    assert edits.made == []


def test_enter_confirms_a_doubtful_value(edits: Edits) -> None:
    edits.field("body").setFocus()
    QTest.keyClick(edits.field("body"), Qt.Key.Key_Return)
    assert edits.made == [(7, {"body": "青禾县人民政府"})]
    assert edits.field("body").property("doubtful") is False
    QTest.keyClick(edits.field("body"), Qt.Key.Key_Return)
    assert len(edits.made) == 1


def test_what_is_not_known_may_be_left_empty_but_for_the_title(edits: Edits) -> None:
    for name in ("year", "body", "title"):
        edits.type_into(name, "")
        QTest.keyClick(edits.field(name), Qt.Key.Key_Return)
    assert edits.made == [(7, {"year": None}), (7, {"body": ""})]
    assert edits.field("title").text() == "关于做好第7项工作的通知"


@pytest.mark.parametrize("year", ["20", "1066", "year", "20240"])
def test_a_year_that_is_none_is_not_taken_over(edits: Edits, year: str) -> None:
    edits.type_into("year", year)
    edits.elsewhere.setFocus()
    assert edits.made == []
    assert edits.field("year").text() == "2024"


def test_a_genre_is_chosen_from_those_that_occur_or_typed(edits: Edits) -> None:
    edits.form.offer_genres(["通知", "讲话"])
    assert edits.field("genre").text() == "通知"
    combo = edits.form.findChildren(QComboBox)[0]
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert edits.made == [(7, {"genre": "讲话"})]
    edits.type_into("genre", "memo")
    QTest.keyClick(edits.field("genre"), Qt.Key.Key_Return)
    assert edits.made[1:] == [(7, {"genre": "memo"})]


def test_what_was_being_typed_belongs_to_the_paper_it_was_typed_for(edits: Edits) -> None:
    edits.type_into("place", "Hill")
    edits.form.show_row(paper(8))
    assert edits.made == [(7, {"place": "Hill"})]
    assert edits.field("place").text() == "青禾县"


def test_an_answer_does_not_wipe_out_what_is_being_typed(edits: Edits) -> None:
    edits.type_into("place", "Hi")
    edits.form.show_row(paper(7, year=1999))
    assert edits.field("place").text() == "Hi"
    assert edits.field("year").text() == "1999"
    QTest.keyClicks(edits.field("place"), "ll")
    QTest.keyClick(edits.field("place"), Qt.Key.Key_Return)
    assert edits.made == [(7, {"place": "Hill"})]


def test_escape_gives_up_what_was_typed(edits: Edits) -> None:
    edits.type_into("place", "Hill")
    QTest.keyClick(edits.field("place"), Qt.Key.Key_Escape)
    edits.elsewhere.setFocus()
    assert edits.field("place").text() == "青禾县"
    assert edits.made == []
    assert edits.window.isVisible()


def test_without_a_paper_there_is_nothing_to_edit(edits: Edits) -> None:
    edits.form.show_row(None)
    assert edits.shown() == [""] * 5
    assert not edits.form.isEnabled()
    assert edits.made == []


def test_every_field_can_be_told_by_its_name(edits: Edits) -> None:
    names = [edits.field(name).accessibleName() for name in _NAMES]
    assert names == ["标题", "文种", "年份", "发文机关", "地区"]
