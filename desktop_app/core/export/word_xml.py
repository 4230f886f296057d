"""Elements of WordprocessingML, written the way they read."""

from collections.abc import Iterable
from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement


def w(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """An element of Word's main namespace, for example `w("jc", val="both")`."""
    element = cast("BaseOxmlElement", OxmlElement(f"w:{tag}"))
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def switch(tag: str, *, on: bool) -> BaseOxmlElement:
    """A property that is on or off."""
    return w(tag, val=int(on))


def refill(element: BaseOxmlElement, children: Iterable[BaseOxmlElement]) -> None:
    """Put new children in the place of all that an element says, its attributes included."""
    element.clear()
    element.extend(children)
