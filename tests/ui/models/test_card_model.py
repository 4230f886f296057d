from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import Source
from desktop_app.ui.models.card_model import CARD_ROLE, Card, CardModel
from desktop_app.ui.models.phrase_mime import mime_source

_SOURCE = Source("在全县群团工作会议上的讲话", 2024, "一、提高认识")
_CARDS = (
    Card("强化责任担当。", label="要求", note="2024", source=_SOURCE, details="《某文》"),
    Card("抓好落实。"),
)


def _shown(*cards: Card) -> CardModel:
    model = CardModel()
    model.show(cards)
    return model


def test_the_model_keeps_qts_rules(check_rules: Callable[[QAbstractItemModel], None]) -> None:
    check_rules(_shown(*_CARDS))
    check_rules(_shown())


def test_a_card_has_no_cards_below_it() -> None:
    model = _shown(*_CARDS)
    assert model.rowCount() == 2
    assert model.rowCount(model.index(0)) == 0


def test_a_card_tells_its_text_and_what_is_said_of_it() -> None:
    model = _shown(*_CARDS)
    index = model.index(0)
    assert index.data() == "强化责任担当。"
    assert index.data(CARD_ROLE) == _CARDS[0]
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "《某文》"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "要求 强化责任担当。 2024"


def test_a_card_without_details_has_no_tooltip() -> None:
    model = _shown(*_CARDS)
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex()) is None


def test_the_same_cards_again_change_nothing(qtbot: QtBot) -> None:
    model = _shown(*_CARDS)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.dataChanged):
        model.show(list(_CARDS))


def test_the_same_texts_with_other_notes_keep_their_rows(qtbot: QtBot) -> None:
    model = _shown(*_CARDS)
    starred = (_CARDS[0], Card("抓好落实。", kept_id=7))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        model.show(starred)
    assert changed.args is not None
    assert [index.row() for index in changed.args[:2]] == [0, 1]
    assert model.index(1).data(CARD_ROLE).kept_id == 7


def test_other_texts_replace_the_cards(qtbot: QtBot) -> None:
    model = _shown(*_CARDS)
    with qtbot.waitSignal(model.modelReset):
        model.show(_CARDS[1:])
    assert [card.text for card in model.cards] == ["抓好落实。"]


def test_a_dragged_card_is_its_text_with_its_source() -> None:
    model = _shown(*_CARDS)
    mime = model.mimeData([model.index(0)])
    assert mime.text() == "强化责任担当。"
    assert mime_source(mime) == _SOURCE
    assert set(mime.formats()) == set(model.mimeTypes())


def test_a_card_without_a_source_is_dragged_as_the_writers_own() -> None:
    model = _shown(*_CARDS)
    assert mime_source(model.mimeData([model.index(1)])) == Source("", None)


def test_cards_are_copied_and_never_moved() -> None:
    model = _shown(*_CARDS)
    assert model.supportedDragActions() == Qt.DropAction.CopyAction
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.flags(QModelIndex()) & Qt.ItemFlag.ItemIsDragEnabled
