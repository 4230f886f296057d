"""Questions about work that could be lost."""

from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

translate = QCoreApplication.translate


class Leaving(Enum):
    """What to do with changes when a draft is left."""

    SAVE = "save"
    DISCARD = "discard"
    STAY = "stay"


def ask_before_leaving(parent: QWidget, name: str) -> Leaving:
    """Save the changes, give them up, or stay."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(
        translate("Questions", "“{name}” has changes that are not saved.").format(name=name)
    )
    save = box.addButton(translate("Questions", "Save"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(
        translate("Questions", "Do not save"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.addButton(translate("Questions", "Go on writing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.exec()
    if box.clickedButton() is save:
        return Leaving.SAVE
    return Leaving.DISCARD if box.clickedButton() is discard else Leaving.STAY


def ask_to_overwrite(parent: QWidget, sentence: str) -> bool:
    """Whether to write over a file that another program has changed."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(sentence)
    return _agrees(box, translate("Questions", "Overwrite"))


def ask_to_remove(parent: QWidget, count: int, title: str) -> bool:
    """Whether to take papers out of the library: one by its title, or so many."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    asked = (
        translate("Questions", "Remove “{title}” from the library?").format(title=title)
        if count == 1
        else translate("Questions", "Remove {count} papers from the library?").format(count=count)
    )
    box.setText(asked)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(translate("Questions", "The files themselves stay where they are."))
    return _agrees(box, translate("Questions", "Remove"), by_default=True)


def ask_to_forget_uses(parent: QWidget) -> bool:
    """Whether to forget which suggestions the writer took and passed over."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(translate("Questions", "Forget which suggestions you took and passed over?"))
    box.setInformativeText(
        translate("Questions", "Suggestions come in their first order again. No paper is lost.")
    )
    return _agrees(box, translate("Questions", "Forget"))


def _agrees(box: QMessageBox, action: str, *, by_default: bool = False) -> bool:
    """Whether the writer chooses the action, which Return does by default, or nothing."""
    agree = box.addButton(action, QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(translate("Questions", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(agree if by_default else cancel)
    box.setEscapeButton(cancel)
    box.exec()
    return box.clickedButton() is agree
