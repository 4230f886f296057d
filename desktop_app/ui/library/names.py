"""States, roles and reasons in the words of the interface."""

from PySide6.QtCore import QCoreApplication

from desktop_app.core.document.paragraph import Role
from desktop_app.ui.library.paper_row import PaperState

translate = QCoreApplication.translate


def state_name(state: PaperState) -> str:
    """What a state is called."""
    return {
        PaperState.USED: translate("PaperState", "In use"),
        PaperState.EXCLUDED: translate("PaperState", "Left out"),
        PaperState.SPUN: translate("PaperState", "Spun?"),
        PaperState.MISSING: translate("PaperState", "File gone"),
    }[state]


def state_explanation(state: PaperState) -> str:
    """What a state means."""
    return {
        PaperState.USED: translate("PaperState", "Suggestions and searches draw on it."),
        PaperState.EXCLUDED: translate("PaperState", "You keep it out of the suggestions."),
        PaperState.SPUN: translate(
            "PaperState",
            "Its words seem to have been swapped for synonyms; it is found by searching only.",
        ),
        PaperState.MISSING: translate(
            "PaperState", "Its file is no longer where it was; what was read of it is still used."
        ),
    }[state]


def role_label(role: Role) -> str:
    """A short name for the margin; empty for running text, which needs none."""
    return {
        Role.TITLE: translate("PaperRole", "Title"),
        Role.BYLINE: translate("PaperRole", "Byline"),
        Role.SALUTATION: translate("PaperRole", "To"),
        Role.HEADING_1: translate("PaperRole", "Level 1"),
        Role.HEADING_2: translate("PaperRole", "Level 2"),
        Role.HEADING_3: translate("PaperRole", "Level 3"),
        Role.HEADING_4: translate("PaperRole", "Level 4"),
        Role.ATTACHMENT: translate("PaperRole", "Attached"),
        Role.SIGNATURE: translate("PaperRole", "Signed"),
        Role.DATE: translate("PaperRole", "Date"),
    }.get(role, "")


def removal_label(reason: str) -> str:
    """Why a line was taken out, for the margin; a reason without a name is only “removed”."""
    return {
        "site": translate("Removal", "Website"),
        "advert": translate("Removal", "Advert"),
        "contact": translate("Removal", "Contact"),
        "contents": translate("Removal", "Contents"),
        "page_number": translate("Removal", "Page no."),
        "repeated": translate("Removal", "Repeated"),
    }.get(reason, translate("Removal", "Removed"))
