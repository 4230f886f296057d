from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.theme.combo import Combo


def test_a_wheel_that_scrolls_past_changes_nothing(qtbot: QtBot) -> None:
    combo = Combo()
    qtbot.addWidget(combo)
    combo.addItems(["通知", "讲话"])
    combo.show()
    place = QPointF(5, 5)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    down = QPoint(0, -120)
    keys = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(place, place, QPoint(), down, none, keys, phase, False)
    QApplication.sendEvent(combo, event)
    assert not event.isAccepted()
    assert combo.currentText() == "通知"


def test_what_is_typed_does_not_become_an_item(qtbot: QtBot) -> None:
    combo = Combo(editable=True)
    qtbot.addWidget(combo)
    combo.addItems(["通知"])
    combo.setEditText("倡议书")
    line = combo.lineEdit()
    assert line is not None
    line.returnPressed.emit()
    assert combo.count() == 1


def test_a_chevron_shows_that_there_is_a_list(qtbot: QtBot) -> None:
    combo = Combo()
    qtbot.addWidget(combo)
    combo.resize(120, 34)
    picture = combo.grab().toImage()
    at_the_chevron = {picture.pixel(x, 17) for x in range(98, 116)}
    elsewhere = {picture.pixel(x, 17) for x in range(40, 58)}
    assert len(at_the_chevron) > len(elsewhere)
