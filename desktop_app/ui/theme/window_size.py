"""The size of a window that is opened for the first time."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStyle, QWidget


def fit_screen(window: QWidget, size: QSize) -> None:
    """Give a window a size; where the screen is too small for it and its title bar, all there is.

    A window that fills the screen without being maximised has its last line below the screen's end.
    """
    title_bar = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    room = window.screen().availableSize() - QSize(0, title_bar)
    window.resize(size.boundedTo(room))
    if window.size() != size:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
