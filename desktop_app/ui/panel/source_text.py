"""What is said of a phrase's sources: in one line on its card, in full for the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop_app.core.document.numbering import section_mark
from desktop_app.session.answers import Phrase, Source, Template

translate = QCoreApplication.translate
_SEPARATOR = " › "


def phrase_note(phrase: Phrase) -> str:
    """How many papers have a phrase, and the newest year of them; the paper if it is one."""
    years = [source.year for source in phrase.sources if source.year]
    latest = phrase.latest or max(years, default=None)
    if phrase.count == 1 or latest is None:
        return papers_note(phrase.sources[0], phrase.count)
    return _latest(phrase.count, str(latest))


def papers_note(newest: Source, count: int) -> str:
    """How many papers have something, and the newest of them."""
    note = source_note(newest)
    return note if count == 1 else _latest(count, note)


def _latest(count: int, newest: str) -> str:
    return translate("Sources", "{count} papers · latest {newest}").format(
        count=count, newest=newest
    )


def source_note(source: Source) -> str:
    """A source in short: year, title, and the numbers of the sections above."""
    if not source.document:
        return ""
    year = f"{source.year} " if source.year and str(source.year) not in source.document else ""
    return f"{year}《{source.document}》{_section_numbers(source.section)}"


def sources_details(sources: Sequence[Source], count: int) -> str:
    """The sources with their headings, one below the other."""
    lines = []
    for source in filter(lambda s: s.document, sources):
        year = f"（{source.year}）" if source.year else ""
        lines.append(f"《{source.document}》{year}")
        if source.section:
            lines.append(f"    {source.section}")
    if count > len(sources):
        more = translate("Sources", "and {number} more papers")
        lines.append(more.format(number=count - len(sources)))
    return "\n".join(lines)


def template_details(template: Template) -> str:
    """The papers that stand behind an outline."""
    return sources_details(template.sources, len(template.sources))


def _section_numbers(section: str) -> str:
    """For example 二、（一） of 二、重点任务 › （一）产业发展."""
    numbers = []
    for heading in filter(None, section.split(_SEPARATOR)):
        mark = section_mark(heading)
        numbers.append(heading[: mark.end].strip() if mark else "")
    return "".join(numbers)
