from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import Template, TemplateSection
from desktop_app.ui.models.phrase_mime import is_sections
from desktop_app.ui.models.template_model import COUNT_ROLE, TemplateModel

_SPEECH = Template(
    "讲话（综合 3 篇）",
    "讲话",
    (),
    (
        TemplateSection(1, "一、提高认识", ""),
        TemplateSection(2, "（一）认清形势", ""),
        TemplateSection(3, "1.国内", ""),
        TemplateSection(2, "（二）找准问题", ""),
        TemplateSection(1, "二、狠抓落实", ""),
    ),
)
_NOTICE = Template("通知", "通知", (), (TemplateSection(2, "（一）总体要求", ""),))


def _shown() -> TemplateModel:
    model = TemplateModel()
    model.show((_SPEECH, _NOTICE), ("三篇讲话", "一篇通知"))
    return model


def test_the_model_keeps_qts_rules(check_rules: Callable[[QAbstractItemModel], None]) -> None:
    check_rules(_shown())


def test_a_whole_outline_is_its_headings_without_its_name() -> None:
    model = _shown()
    assert model.text_of(model.index(0, 0)).split("\n") == [
        "一、提高认识",
        "（一）认清形势",
        "1.国内",
        "（二）找准问题",
        "二、狠抓落实",
    ]


def test_a_section_is_taken_with_all_below_it() -> None:
    model = _shown()
    first = model.index(0, 0, model.index(0, 0))
    assert model.text_of(first) == "一、提高认识\n（一）认清形势\n1.国内\n（二）找准问题"
    assert model.text_of(model.index(1, 0, first)) == "（二）找准问题"


def test_an_outline_may_begin_below_the_first_level() -> None:
    model = _shown()
    assert model.text_of(model.index(1, 0)) == "（一）总体要求"


def test_the_note_is_for_the_mouse() -> None:
    model = _shown()
    outline = model.index(0, 0)
    assert outline.data(Qt.ItemDataRole.ToolTipRole) == "三篇讲话"
    assert model.index(1, 0, outline).data(Qt.ItemDataRole.ToolTipRole) == "二、狠抓落实"


def test_the_same_outlines_again_change_nothing(qtbot: QtBot) -> None:
    model = _shown()
    with qtbot.assertNotEmitted(model.rowsInserted):
        assert not model.show([_SPEECH, _NOTICE], ("三篇讲话", "一篇通知"))
    assert model.show([_NOTICE], ["一篇通知"])
    assert model.rowCount() == 1


def test_what_is_dragged_becomes_paragraphs_and_is_text_elsewhere() -> None:
    model = _shown()
    mime = model.mimeData([model.index(1, 0)])
    assert is_sections(mime)
    assert mime.text() == "（一）总体要求"
    assert set(mime.formats()) == set(model.mimeTypes())
    assert model.supportedDragActions() == Qt.DropAction.CopyAction


def test_headings_are_not_edited_in_the_tree() -> None:
    model = _shown()
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def _worded() -> TemplateModel:
    model = TemplateModel()
    section = TemplateSection(1, "一、改善民生", "", 7, ("一、保障民生",))
    model.show([Template("报告", "报告", (), (section,))], ["七篇报告"])
    return model


def test_a_section_tells_its_papers_and_its_wordings() -> None:
    model = _worded()
    section = model.index(0, 0, model.index(0, 0))
    assert section.data(COUNT_ROLE) == 7
    assert model.wordings(section) == ("一、改善民生", "一、保障民生")
    assert model.wordings(model.index(0, 0)) == ()


def test_the_wording_that_is_chosen_is_the_one_that_is_taken() -> None:
    model = _worded()
    section = model.index(0, 0, model.index(0, 0))
    model.choose(section, "一、保障民生")
    assert section.data() == section.data(Qt.ItemDataRole.ToolTipRole) == "一、保障民生"
    assert model.text_of(model.index(0, 0)) == "一、保障民生"
    assert model.wordings(section) == ("一、改善民生", "一、保障民生")
