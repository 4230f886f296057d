"""A list of cards: taken by drag, double click or key."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QMenu,
    QWidget,
)
from typing_extensions import override

from desktop_app.ui.models.card_model import CARD_ROLE, Card, CardModel
from desktop_app.ui.models.phrase_mime import mime_source, mime_text
from desktop_app.ui.panel.card_delegate import CardDelegate
from desktop_app.ui.panel.card_layout import star_rect
from desktop_app.ui.theme.theme import Theme

_DRAG_WIDTH, _DRAG_HEIGHT = 236, 40  # pixels: small enough not to hide the place of the drop
_DRAG_PAD = 12


class CardList(QListView):
    """Shows cards.

    Args:
        takes_drops: whether text can be dropped here to be kept.

    Signals:
        taken(object): a card was chosen to be inserted, the part of it that fits.
        taken_whole(object): all of its text is to be inserted.
        explain_asked(object): why is a card here, or no longer.
        star_clicked(object): a card is to be kept, or no longer.
        removed(object): the key that removes was pressed on a card.
        text_dropped(str, object): text was dropped, with its source or None.
        left(): Escape was pressed.
    """

    taken = Signal(object)
    taken_whole = Signal(object)
    explain_asked = Signal(object)
    star_clicked = Signal(object)
    removed = Signal(object)
    text_dropped = Signal(str, object)
    left = Signal()

    def __init__(
        self, theme: Theme, *, takes_drops: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.cards = CardModel(self)
        self._theme = theme
        self._takes_drops = takes_drops
        self._empty_text = ""
        self.setModel(self.cards)
        self._delegate = CardDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(takes_drops)
        self.setDragDropMode(
            QAbstractItemView.DragDropMode.DragDrop
            if takes_drops
            else QAbstractItemView.DragDropMode.DragOnly
        )
        self.doubleClicked.connect(self._take_index)
        self._delegate.star_clicked.connect(self.star_clicked)
        theme.changed.connect(self.viewport().update)

    def set_empty_text(self, text: str) -> None:
        """What stands here while there is no card."""
        self._empty_text = text
        self.viewport().update()

    def card(self, number: int) -> Card | None:
        """The card at a place, counted from 1."""
        return self.cards.cards[number - 1] if 0 < number <= len(self.cards.cards) else None

    def _take_index(self, index: QModelIndex) -> None:
        taken = self.taken_whole if _whole_is_wanted() else self.taken
        taken.emit(index.data(CARD_ROLE))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on a star are two clicks; elsewhere they take the card."""
        if event.button() is Qt.MouseButton.LeftButton and not self._is_star(event.position()):
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)

    def _is_star(self, place: QPointF) -> bool:
        card = self.visualRect(self.indexAt(place.toPoint()))
        return star_rect(QRectF(card)).contains(place)

    # Dragging out

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        drag = QDrag(self)
        whole = _whole_is_wanted()
        drag.setMimeData(self.cards.mime_of(index, whole=whole))
        drag.setPixmap(self._drag_picture(index.data(CARD_ROLE).part(whole=whole)))
        drag.setHotSpot(QPoint(-_DRAG_PAD, -_DRAG_PAD))  # beside the mouse, not under it
        drag.exec(Qt.DropAction.CopyAction)

    def _drag_picture(self, text: str) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(_DRAG_WIDTH * ratio), round(_DRAG_HEIGHT * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        colours = self._theme.colours
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.93)
        painter.setPen(QColor(colours.accent))
        painter.setBrush(QColor(colours.card))
        slip = QRect(0, 0, _DRAG_WIDTH, _DRAG_HEIGHT).adjusted(1, 1, -2, -2)
        painter.drawRoundedRect(slip, 8, 8)
        painter.setFont(self.font())
        painter.setPen(QColor(colours.ink))
        room = slip.adjusted(_DRAG_PAD, 0, -_DRAG_PAD, 0)
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
        return picture

    # Dropping here

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._judge(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._judge(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._judge(event)
        if event.isAccepted():
            mime = event.mimeData()
            self.text_dropped.emit(mime_text(mime).strip(), mime_source(mime))

    def _judge(self, event: QDropEvent) -> None:
        """Text is welcome, and only ever copied: what was given stays where it came from."""
        welcome = self._takes_drops and event.source() is not self
        if welcome and mime_text(event.mimeData()).strip():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    # The menu of a card

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the mouse for the card under it, by its key for the chosen one."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        menu = self.card_menu(index.data(CARD_ROLE))
        place = event.pos() if by_mouse else self.visualRect(index).center()
        menu.exec(self.viewport().mapToGlobal(place))
        menu.deleteLater()

    def card_menu(self, card: Card) -> QMenu:
        """What can be done with a card."""
        menu = QMenu(self)
        if card.part() != card.text:
            menu.addAction(self.tr("Insert what fits"), partial(self.taken.emit, card))
            menu.addAction(self.tr("Insert all of it"), partial(self.taken_whole.emit, card))
        else:
            menu.addAction(self.tr("Insert"), partial(self.taken.emit, card))
        star = self.tr("Keep") if card.kept_id is None else self.tr("Keep no longer")
        menu.addAction(star, partial(self.star_clicked.emit, card))
        if card.reasons:
            menu.addSeparator()
            why = self.tr("Hide why") if card.explained else self.tr("Why?")
            menu.addAction(why, partial(self.explain_asked.emit, card))
        return menu

    # Keys and looks

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._take_index(index)
        elif key == Qt.Key.Key_Delete and index.isValid():
            self.removed.emit(index.data(CARD_ROLE))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # the height of a card depends on the width

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.cards.cards or not self._empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._theme.colours.faint))
        place = self.viewport().rect().adjusted(8, 24, -8, -8)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(place, int(flags), self._empty_text)
        painter.end()


def _whole_is_wanted() -> bool:
    """Whether Shift is held: all of a card's text is meant, and not the part that fits best."""
    return bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
