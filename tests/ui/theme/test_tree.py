from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.theme.tree import Tree

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def tree(qtbot: QtBot) -> Iterator[Tree]:
    """A tree on the window's side."""
    headings = QStandardItemModel()
    first = QStandardItem("一、甲")
    first.appendRow(QStandardItem("（一）乙"))
    headings.appendRow(first)
    headings.appendRow(QStandardItem("二、丙"))
    side = QWidget()
    qtbot.addWidget(side)
    side.setObjectName("side")
    side.resize(200, 120)
    tree = Tree(side)
    tree.resize(200, 120)
    headings.setParent(tree)
    tree.setModel(headings)
    side.show()
    yield tree
    side.close()


def _beside(tree: Tree, index: QModelIndex) -> set[str]:
    """The colours between a row's text and the tree's edge."""
    row = tree.visualRect(index)
    image = tree.window().grab().toImage()
    return {
        QColor(image.pixelColor(x, y)).name()
        for x in range(row.left() - 1)
        for y in range(row.top(), row.bottom() + 1)
    }


def test_no_box_stands_beside_the_row_that_is_chosen(tree: Tree) -> None:
    leaf = tree.model().index(1, 0)
    tree.setCurrentIndex(leaf)
    QApplication.processEvents()
    assert len(_beside(tree, leaf)) == 1


def test_a_chevron_tells_that_there_is_something_below(tree: Tree) -> None:
    parent = tree.model().index(0, 0)
    shut = tree.viewport().grab().toImage()
    assert len(_beside(tree, parent)) > 1
    tree.expand(parent)
    QApplication.processEvents()
    assert tree.viewport().grab().toImage() != shut
