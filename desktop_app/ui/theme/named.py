"""Names by which the style sheet knows a widget."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

_Widget = TypeVar("_Widget", bound=QWidget)


def named(widget: _Widget, name: str) -> _Widget:
    """The widget, under the name that the style sheet uses."""
    widget.setObjectName(name)
    return widget
