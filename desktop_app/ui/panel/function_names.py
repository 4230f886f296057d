"""What passages do, in the words of the interface."""

from PySide6.QtCore import QCoreApplication

from desktop_app.core.document.function_kind import Function

translate = QCoreApplication.translate


def function_name(function: str) -> str:
    """The name of a function of the protocol; empty for none or an unknown one."""
    names = {
        Function.OPENING: translate("Function", "Opening"),
        Function.ACHIEVEMENT: translate("Function", "Achievement"),
        Function.PROBLEM: translate("Function", "Problem"),
        Function.MEANING: translate("Function", "Meaning"),
        Function.REQUIREMENT: translate("Function", "Requirement"),
        Function.MEASURE: translate("Function", "Measure"),
        Function.CLOSING: translate("Function", "Closing"),
        Function.QUOTATION: translate("Function", "Quotation"),
    }
    return {str(key): name for key, name in names.items()}.get(function, "")
