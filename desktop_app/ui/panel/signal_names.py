"""Why a phrase is offered, in the words of the interface."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop_app.session.answers import Signal

translate = QCoreApplication.translate
_STRONG, _FAIR = 0.5, 0.2  # of the whole


def reasons_text(signals: Sequence[Signal]) -> str:
    """The signals that are known here, one a line, each with how much it counts."""
    named = ((_counting(signal.weight), signal_name(signal.name)) for signal in signals)
    return "\n".join(line.format(reason=reason) for line, reason in named if reason)


def signal_name(signal: str) -> str:
    """A signal of the protocol in words; empty for an unknown one."""
    return {
        "opening": translate("Signal", "goes on from the words of this paragraph"),
        "heading": translate("Signal", "stands under a like heading"),
        "previous": translate("Signal", "follows a paragraph like the one above"),
        "kinship": translate("Signal", "comes from a paper of the same kind or place"),
        "year": translate("Signal", "comes from a recent paper"),
        "shared": translate("Signal", "is used in several papers"),
        "draft": translate("Signal", "shares words with your draft"),
        "use": translate("Signal", "is like what you have taken before"),
    }.get(signal, "")


def _counting(weight: float) -> str:
    if weight >= _STRONG:
        return translate("Signal", "mainly: {reason}")
    if weight >= _FAIR:
        return translate("Signal", "also: {reason}")
    return translate("Signal", "a little: {reason}")
