from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex
from pytestqt.qtbot import QtBot

from desktop_app.core.document.sections import Section, sections
from desktop_app.core.document.structure import parse
from desktop_app.ui.models.heading_model import PARAGRAPH_ROLE, HeadingModel

_TEXTS = (
    "在全县工作会议上的讲话",
    "同志们：",
    "一、提高认识",
    "（一）认清形势",
    "正文写在这里。",
    "（二）找准问题",
    "二、狠抓落实",
    "正文写在这里。",
)


def _sections(*texts: str) -> list[Section]:
    return sections(parse(texts))


def _tree(model: QAbstractItemModel, parent: QModelIndex | None = None) -> list[object]:
    """The headings as nested lists."""
    above = parent or QModelIndex()
    found: list[object] = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found.append(index.data())
        if below := _tree(model, index):
            found.append(below)
    return found


def test_the_model_keeps_qts_rules(check_rules: Callable[[QAbstractItemModel], None]) -> None:
    model = HeadingModel()
    model.show(_sections(*_TEXTS))
    check_rules(model)


def test_headings_stand_below_the_heading_that_holds_them() -> None:
    model = HeadingModel()
    assert model.show(_sections(*_TEXTS))
    assert _tree(model) == [
        "一、提高认识",
        ["（一）认清形势", "（二）找准问题"],
        "二、狠抓落实",
    ]


def test_a_heading_below_none_of_the_level_above_stands_at_the_top() -> None:
    model = HeadingModel()
    skipping = [(2, "（一）甲"), (1, "一、乙"), (3, "1.丙"), (2, "（一）丁")]
    model.show([Section(level, name, n, n + 1, ()) for n, (level, name) in enumerate(skipping)])
    assert _tree(model) == ["（一）甲", "一、乙", ["1.丙", "（一）丁"]]


def test_the_tree_stays_while_text_is_written_and_only_the_places_move(qtbot: QtBot) -> None:
    model = HeadingModel()
    model.show(_sections(*_TEXTS))
    second = model.index(1, 0)
    assert second.data(PARAGRAPH_ROLE) == 6
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.assertNotEmitted(model.modelReset):
        assert not model.show(_sections(*_TEXTS[:5], "又写了一段正文。", *_TEXTS[5:]))
    assert second.data(PARAGRAPH_ROLE) == 7


def test_a_heading_of_another_wording_builds_the_tree_anew() -> None:
    model = HeadingModel()
    model.show(_sections(*_TEXTS))
    assert model.show(_sections(*_TEXTS[:6], "二、真抓实干", "正文写在这里。"))
    assert model.index(1, 0).data() == "二、真抓实干"


def test_a_draft_without_headings_has_an_empty_tree() -> None:
    model = HeadingModel()
    model.show(_sections(*_TEXTS))
    assert model.show(_sections("只有一段。"))
    assert model.rowCount() == 0
    assert model.item_at(0) is None


def test_a_paragraph_stands_under_the_nearest_heading_above_it() -> None:
    model = HeadingModel()
    model.show(_sections(*_TEXTS))
    found = [model.item_at(paragraph) for paragraph in range(len(_TEXTS))]
    assert [item and item.text() for item in found] == [
        None,
        None,
        "一、提高认识",
        "（一）认清形势",
        "（一）认清形势",
        "（二）找准问题",
        "二、狠抓落实",
        "二、狠抓落实",
    ]
