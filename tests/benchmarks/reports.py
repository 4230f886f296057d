"""The reports of ../shared that suggestions are tuned and confirmed on, and a library for them."""

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.composed import SHARED

_LIBRARY = ("04_gwr_province_2025", "06_gwr_city")


def reports_to_write() -> dict[str, list[Path]]:
    """The reports of 2026: every third for tuning, the others to confirm."""
    papers = sorted((SHARED / "corpus").glob("05*/*.txt"))
    return {"tuning": papers[::3], "confirming": [p for n, p in enumerate(papers) if n % 3]}


def import_reports(library: Path) -> None:
    """Fill a library with the reports of 2024 and 2025."""
    sources = [str(SHARED / "corpus" / name) for name in _LIBRARY]
    command = [sys.executable, "-m", "desktop_app", "--library", str(library), "import", *sources]
    subprocess.run(command, check=True, capture_output=True)
