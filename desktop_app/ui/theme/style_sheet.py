"""The style sheet of the window."""

from dataclasses import asdict
from string import Template

from desktop_app.ui.theme.colours import Colours

_SHEET = Template("""
QMainWindow, QDialog { background: $side; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: 5px 7px; }

QToolBar { background: $side; border: none; border-bottom: 1px solid $line; padding: 5px 8px;
    spacing: 2px; }
QToolBar::separator { background: $line; width: 1px; margin: 6px 8px; }
QToolBar QToolButton { color: $ink; border: none; border-radius: 6px; padding: 6px 11px; }
QToolBar QToolButton:hover, QToolBar QToolButton:checked { background: $hover; }
QToolBar QToolButton:pressed, QToolBar QToolButton:open { background: $wash; color: $accent; }
QToolBar QToolButton:disabled { color: $faint; }
QToolBar QToolButton[popupMode="1"] { padding-right: 22px; }
QToolButton::menu-button { border: none; width: 18px; }
QToolButton::menu-indicator { image: none; }

QMenu { background: $card; color: $ink; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 28px 6px 14px; border-radius: 5px; }
QMenu::item:selected { background: $wash; color: $accent; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }

QStatusBar { background: $side; color: $faint; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $faint; padding: 2px 9px; }
QPushButton#status { border: none; background: transparent; color: $faint; padding: 2px 9px; }
QPushButton#status:hover, QPushButton#status:focus { color: $accent; }

QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }

#side { background: $side; }
#note { color: $faint; font-size: 12px; }
#place { color: $ink; font-size: 12px; }
#empty { color: $faint; font-size: 13px; }

QLineEdit { background: $card; color: $ink; border: 1px solid $line; border-radius: 7px;
    padding: 6px 10px; selection-background-color: $selection; selection-color: $ink; }
QLineEdit:focus { border-color: $accent; }
QLineEdit:disabled { background: transparent; }
QLineEdit[doubtful="true"] { color: $faint; }
QComboBox { background: $card; color: $ink; border: 1px solid $line; border-radius: 7px;
    padding: 6px 26px 6px 10px; selection-background-color: $selection; selection-color: $ink; }
QComboBox:focus { border-color: $accent; }
QComboBox:disabled { background: transparent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: none; }
QComboBox QLineEdit { background: transparent; border: none; border-radius: 0; padding: 0; }
QComboBox QAbstractItemView { background: $card; color: $ink; border: 1px solid $line;
    outline: 0; padding: 4px; }
QComboBox QAbstractItemView::item { padding: 5px 8px; border-radius: 5px; }
QComboBox QAbstractItemView::item:selected { background: $wash; color: $accent; }

QPushButton { color: $ink; background: $card; border: 1px solid $line; border-radius: 6px;
    padding: 6px 14px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $wash; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; }
QPushButton#link { border: none; background: transparent; color: $accent; padding: 4px 8px; }
QPushButton#link:hover { background: $wash; }
QPushButton#filter { border: none; background: transparent; color: $faint; font-size: 12px;
    padding: 2px 6px; }
QPushButton#filter:hover { background: $hover; }
QPushButton#filter:focus, QPushButton#filter[set="true"] { color: $accent; }
QPushButton#tab { border: none; background: transparent; color: $faint; padding: 6px 11px; }
QPushButton#tab:hover { background: $hover; }
QPushButton#tab:checked { background: $wash; color: $accent; }
QPushButton#tab:focus { color: $accent; }

#side QTreeView, #side QListView { background: transparent; border: none; }
QTreeView, QListView { outline: 0; color: $ink; }
QTreeView::item { padding: 4px 4px; border-radius: 5px; }
QTreeView::item:hover { background: $hover; }
QTreeView::item:selected { background: $wash; color: $accent; }

#library { background: $side; }
QTableView, QListWidget, #preview { background: $card; border: 1px solid $line; border-radius: 7px;
    selection-background-color: $wash; selection-color: $ink; outline: 0; }
QTableView:focus, QListWidget:focus, #preview:focus { border-color: $faint; }
QTableView::item { padding: 0 8px; border: none; }
QTableView::item:selected { background: $wash; color: $ink; }
QListWidget::item { padding: 7px 8px; border-radius: 5px; }
QListWidget::item:hover { background: $hover; }
QListWidget::item:selected { background: $wash; color: $accent; }
QAbstractScrollArea::corner { background: transparent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $card; color: $faint; border: none;
    border-bottom: 1px solid $line; padding: 7px 11px; }
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; height: 0; }
QHeaderView::section:hover { color: $ink; background: $hover; }

QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $hover; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

#strip { background: $card; border-top: 1px solid $line; }
#strip[kind="problem"] { background: $wash; }
#strip QLabel { color: $ink; }
#findbar { background: $side; border-bottom: 1px solid $line; }
""")


def style_sheet(colours: Colours) -> str:
    """The style sheet in a set of colours."""
    return _SHEET.substitute(asdict(colours))
