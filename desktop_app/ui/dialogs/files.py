"""Asking for files and folders."""

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.ui.dialogs.questions import ask_to_overwrite

translate = QCoreApplication.translate

_PAPERS = "*.md *.markdown *.txt *.docx *.doc *.wps *.odt *.rtf *.pdf *.html *.htm *.mht *.mhtml"

# Labels of Qt's own dialog that Qt's Chinese translation leaves out.
QT_TRANSLATE_NOOP("QFileDialog", "&Look in:")
QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:")


def documents_folder() -> Path:
    """The user's folder of documents, or their home where they have none."""
    at = QStandardPaths.StandardLocation
    documents = Path(QStandardPaths.writableLocation(at.DocumentsLocation))
    if documents.is_dir():
        return documents
    return Path(QStandardPaths.writableLocation(at.HomeLocation))


def ask_draft_to_open(parent: QWidget, folder: Path) -> Path | None:
    """The file to open; None if the writer thought better of it."""
    kinds = ";;".join(
        (
            translate("Files", "Drafts and papers ({patterns})").format(patterns=_PAPERS),
            translate("Files", "All files (*)"),
        )
    )
    title = translate("Files", "Open")
    return _path(QFileDialog.getOpenFileName(parent, title, str(folder), kinds)[0])


def ask_place_to_save(parent: QWidget, proposed: Path) -> Path | None:
    """Where to save the draft, with the extension of drafts; None if nowhere."""
    kinds = translate("Files", "Draft in Markdown (*.md)")
    title = translate("Files", "Save as")
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    return _with_suffix(parent, name, (".md", ".markdown"))


def ask_place_to_export(parent: QWidget, proposed: Path) -> Path | None:
    """Where to put the Word file; None if nowhere."""
    kinds = translate("Files", "Word document (*.docx)")
    title = translate("Files", "Export to Word")
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    return _with_suffix(parent, name, (".docx",))


def ask_place_for_table(parent: QWidget, proposed: Path) -> Path | None:
    """Where to put a table for a spreadsheet; None if nowhere."""
    kinds = translate("Files", "Table (*.csv)")
    title = translate("Files", "Export the record")
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    return _with_suffix(parent, name, (".csv",))


def ask_papers_to_import(parent: QWidget, folder: Path) -> list[Path]:
    """Papers to import."""
    kinds = ";;".join(
        (
            translate("Files", "Papers ({patterns})").format(patterns=f"{_PAPERS} *.zip"),
            translate("Files", "All files (*)"),
        )
    )
    title = translate("Files", "Import papers")
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), kinds)
    return [Path(name) for name in names]


def ask_folder_to_import(parent: QWidget, folder: Path) -> Path | None:
    """A folder of papers to import."""
    title = translate("Files", "Import a folder")
    return _path(QFileDialog.getExistingDirectory(parent, title, str(folder)))


def _path(name: str) -> Path | None:
    return Path(name) if name else None


def _with_suffix(parent: QWidget, name: str, suffixes: tuple[str, ...]) -> Path | None:
    """The path with one of the suffixes; what the dialog has not asked about is asked here."""
    path = _path(name)
    if path is None or path.suffix.lower() in suffixes:
        return path
    whole = path.with_name(path.name + suffixes[0])
    there = translate("Files", "“{name}” is there already; overwrite it?").format(name=whole.name)
    return None if whole.exists() and not ask_to_overwrite(parent, there) else whole
