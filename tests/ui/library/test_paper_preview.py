import pytest
from PySide6.QtGui import QColor, QFontInfo, QTextBlock, QTextCharFormat
from pytestqt.qtbot import QtBot

from desktop_app.ui.library.paper_preview import PaperPreview
from desktop_app.ui.library.paper_row import read_details
from desktop_app.ui.theme.colours import LIGHT
from desktop_app.ui.theme.theme import Theme
from tests.ui.library.papers import said, said_in_full

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def preview(theme: Theme, qtbot: QtBot) -> PaperPreview:
    made = PaperPreview(theme)
    qtbot.addWidget(made)
    made.resize(480, 500)
    made.show()
    made.show_paper(read_details(said_in_full(7)))
    return made


def _texts(preview: PaperPreview) -> list[str]:
    return preview.toPlainText().split("\n")


def _block(preview: PaperPreview, number: int) -> QTextBlock:
    return preview.document().findBlockByNumber(number)


def _formats(block: QTextBlock) -> list[tuple[str, QTextCharFormat]]:
    """The stretches of a block, and how they look."""
    text = block.text()
    return [
        (text[piece.start : piece.start + piece.length], QTextCharFormat(piece.format))
        for piece in block.textFormats()
    ]


def test_the_cleaned_paper_is_shown_first(preview: PaperPreview) -> None:
    assert _texts(preview) == ["关于做好工作的通知", "（一）加强领导。各级要重视。", "特此通知。"]


def test_what_cleaning_took_out_stands_where_it_stood_struck_out(preview: PaperPreview) -> None:
    preview.show_whole(whole=True)
    assert _texts(preview)[0] == "首页 > 文件"
    assert _texts(preview)[-1] == "— 2 —"
    struck = [_formats(_block(preview, n))[0][1].fontStrikeOut() for n in range(5)]
    assert struck == [True, False, False, False, True]
    preview.show_whole(whole=False)
    assert len(_texts(preview)) == 3


def test_the_margin_names_roles_levels_and_reasons(preview: PaperPreview) -> None:
    preview.show_whole(whole=True)
    labels = [preview._label(block) for block, _ in preview._visible_blocks()]
    assert labels == ["网页", "标题", "二级", "", "页码"]


def test_the_margin_is_there_at_the_first_look_at_a_long_paper(preview: PaperPreview) -> None:
    long = said_in_full(8)
    long["paragraphs"] += [{"role": "body", "text": "长" * 300, "run_in": 0}] * 60
    preview.show_paper(read_details(long))
    labels = [preview._label(block) for block, _ in preview._visible_blocks()]
    assert labels[:3] == ["标题", "二级", ""]


def test_what_stands_in_the_margin_is_painted_and_is_not_copied(preview: PaperPreview) -> None:
    shown = preview.grab().toImage()
    preview._lines = ()
    preview.viewport().update()
    assert preview.grab().toImage() != shown
    preview.selectAll()
    assert "标题" not in preview.textCursor().selectedText()


def test_the_text_does_not_jump_when_the_removed_lines_are_shown(preview: PaperPreview) -> None:
    before = preview.document().rootFrame().frameFormat().leftMargin()
    preview.show_whole(whole=True)
    assert preview.document().rootFrame().frameFormat().leftMargin() == before > 0


def test_a_heading_looks_like_one_and_what_runs_on_like_text(preview: PaperPreview) -> None:
    (heading, its), (body, text) = _formats(_block(preview, 1))
    assert (heading, body) == ("（一）加强领导。", "各级要重视。")
    assert its.font().families() != text.font().families()
    [(_, title)] = _formats(_block(preview, 0))
    assert QFontInfo(title.font()).pixelSize() > QFontInfo(text.font()).pixelSize()


def test_another_paper_is_shown_from_its_beginning_the_same_one_where_it_was(
    preview: PaperPreview,
) -> None:
    long = said_in_full(8)
    long["paragraphs"] = [{"role": "body", "text": "长" * 400, "run_in": 0}] * 30
    preview.show_paper(read_details(long))
    bar = preview.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    before = bar.value()
    preview.show_paper(read_details(long))
    assert bar.value() == before
    preview.show_paper(read_details(long | {"paper": said(9)}))
    assert bar.value() == 0


def test_the_place_stays_in_sight_when_the_removed_lines_are_shown(preview: PaperPreview) -> None:
    long = said_in_full(8)
    long["paragraphs"] = [{"role": "body", "text": "长" * 400, "run_in": 0}] * 30
    preview.show_paper(read_details(long))
    preview.verticalScrollBar().setValue(900)
    preview.show_whole(whole=True)
    assert preview.verticalScrollBar().value() == 900


def test_scrolled_down_the_margin_follows(preview: PaperPreview) -> None:
    long = said_in_full(8)
    long["paragraphs"] = [{"role": "heading1", "text": f"{n}、甲", "run_in": 0} for n in range(200)]
    preview.show_paper(read_details(long))
    preview.verticalScrollBar().setValue(2000)
    blocks = [block.blockNumber() for block, _ in preview._visible_blocks()]
    assert 20 < blocks[0] < blocks[-1] < blocks[0] + 30


def test_a_sentence_takes_the_place_of_a_paper(preview: PaperPreview) -> None:
    preview.show_note("选一篇文稿，在这里看。")
    assert preview.toPlainText() == "选一篇文稿，在这里看。"
    [(_, note)] = _formats(_block(preview, 0))
    assert note.foreground().color() == QColor(LIGHT.faint)
    preview.show_whole(whole=True)
    assert preview.toPlainText() == "选一篇文稿，在这里看。"


def test_the_text_has_the_colours_of_the_theme(preview: PaperPreview, theme: Theme) -> None:
    theme.use("dark")
    [(_, title)] = _formats(_block(preview, 0))
    assert title.foreground().color() == QColor(theme.colours.ink)
    theme.use("light")
    [(_, title)] = _formats(_block(preview, 0))
    assert title.foreground().color() == QColor(theme.colours.ink)


def test_tab_goes_on_to_the_next_field(preview: PaperPreview) -> None:
    assert preview.tabChangesFocus()
    assert preview.isReadOnly()
