"""The two sets of colours: paper and ink with one accent, vermilion."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Colours:
    """A set of colours by what they are for, each as #rrggbb.

    Attributes:
        desk: behind the page.
        side: columns and bars.
        page: the paper.
        card: slips in the panel and input fields.
        ink: text.
        faint: notes and labels.
        line: borders.
        accent: the one colour that calls for attention.
        wash: a tint of the accent to lay behind text.
        hover: behind what the mouse is over.
        selection: behind selected text.
    """

    desk: str
    side: str
    page: str
    card: str
    ink: str
    faint: str
    line: str
    accent: str
    wash: str
    hover: str
    selection: str


LIGHT = Colours(
    desk="#eceae5",
    side="#f7f5f1",
    page="#ffffff",
    card="#ffffff",
    ink="#23262a",
    faint="#6f747c",
    line="#e2ded6",
    accent="#b23a2e",
    wash="#f6e9e6",
    hover="#efece6",
    selection="#f0cfc8",
)
DARK = Colours(
    desk="#1f2226",
    side="#24282d",
    page="#2b2f35",
    card="#2b3036",
    ink="#e6e3dc",
    faint="#9aa0a6",
    line="#3a4048",
    accent="#dd7c6c",
    wash="#3a2f2d",
    hover="#2f343a",
    selection="#5a3c37",
)


def qt_palette(colours: Colours) -> QPalette:
    """The colours as Qt's own widgets and dialogs understand them."""
    roles = {
        QPalette.ColorRole.Window: colours.side,
        QPalette.ColorRole.Base: colours.card,
        QPalette.ColorRole.AlternateBase: colours.side,
        QPalette.ColorRole.Button: colours.side,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.PlaceholderText: colours.faint,
        QPalette.ColorRole.ToolTipBase: colours.card,
        QPalette.ColorRole.ToolTipText: colours.ink,
        QPalette.ColorRole.Highlight: colours.selection,
        QPalette.ColorRole.HighlightedText: colours.ink,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Dark: colours.line,
        QPalette.ColorRole.Light: colours.card,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(disabled, role, QColor(colours.faint))
    return palette
