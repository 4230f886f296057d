"""Tells the writer what happened, in the strips below the page.

Nothing of it appears while an input method composes.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.ui.bridge.import_job import ImportSummary
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.window.import_strip import ImportStrip
from desktop_app.ui.window.message_strip import MessageStrip


class Reporter(QObject):
    """Speaks through a strip for sentences and one for the progress of an import."""

    def __init__(self, editor: PageEditor, message: MessageStrip, progress: ImportStrip) -> None:
        super().__init__(editor)
        self._editor = editor
        self._message = message
        self._progress = progress
        self._failed: tuple[tuple[str, str], ...] = ()
        message.details_asked.connect(self._show_failures)

    def tell(self, sentence: str) -> None:
        """Say something good or neutral."""
        self._editor.when_calm(partial(self._message.show_note, sentence))

    def complain(self, sentence: str) -> None:
        """Say what went wrong and what to do."""
        self._editor.when_calm(partial(self._message.show_problem, sentence))

    def begin_import(self) -> None:
        """An import begins."""
        self._editor.when_calm(self._progress.begin)

    def end_import(self, summary: ImportSummary | None) -> None:
        """An import has ended; without a summary the reason is told elsewhere."""
        self._editor.when_calm(partial(self._sum_up, summary))

    def tell_news(self, summary: ImportSummary) -> None:
        """New papers were found in the folders that are followed."""
        told = self.tr("New in the folders you follow: {imported}. The library now holds {all}.")
        self.tell(told.format(imported=f"{summary.imported:,}", all=f"{summary.documents:,}"))

    def _sum_up(self, summary: ImportSummary | None) -> None:
        self._progress.hide()
        if summary is None:
            return
        self._failed = summary.failed
        told = self.tr(
            "Imported {imported}, unchanged {unchanged}, duplicates {duplicates}, "
            "not readable {failed}. The library now holds {documents} papers."
        ).format(
            imported=summary.imported,
            unchanged=summary.unchanged,
            duplicates=summary.duplicates,
            failed=len(summary.failed),
            documents=summary.documents,
        )
        if summary.skipped:
            skipped = self.tr(" Passed over, being no papers: {count} files.")
            told += skipped.format(count=summary.skipped)
        if len(summary.failed) == 1:
            path, reason = summary.failed[0]
            told += f" “{Path(path).name}”：{reason}"
        self._message.show_note(told, details=bool(summary.failed))

    def _show_failures(self) -> None:
        from desktop_app.ui.dialogs.import_failures import (  # noqa: PLC0415 — seldom needed
            ImportFailuresDialog,
        )

        ImportFailuresDialog(self._failed, self._editor.window()).exec()
