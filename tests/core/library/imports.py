"""Importing, as the tests of it do it."""

from pathlib import Path

from desktop_app.core.library.database import Database
from desktop_app.core.library.importing import ImportReport, import_files
from desktop_app.core.library.store import Store


def run_import(store: Store, *paths: Path) -> ImportReport:
    """Import to the end."""
    report = ImportReport()
    for _ in import_files(store, paths, report):
        pass
    return report


def counts(report: ImportReport) -> tuple[int, int, int]:
    """How many papers are new, as they were, and known from elsewhere."""
    return report.imported, report.unchanged, report.duplicates


def titles(database: Database) -> list[str]:
    """Of the papers in the order in which they came."""
    return [row[0] for row in database.connection.execute("SELECT title FROM paper ORDER BY id")]
