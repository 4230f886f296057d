"""The catalogue of the library as the JSON of the public protocol."""

from typing import Any

from desktop_app.core.errors import Language
from desktop_app.core.library.catalogue import CatalogueEntry, CataloguePaper, Refusal


def paper_json(paper: CataloguePaper) -> dict[str, Any]:
    """A paper as a row of the catalogue."""
    return {
        "id": paper.id,
        "title": paper.title,
        "genre": paper.genre,
        "year": paper.year,
        "body": paper.body,
        "place": paper.place,
        "characters": paper.characters,
        "state": paper.state.value,
        "copies": paper.copies,
        "name": paper.name,
    }


def entry_json(entry: CatalogueEntry) -> dict[str, Any]:
    """A paper with its text."""
    return {
        "paper": paper_json(entry.paper),
        "confidence": dict(entry.confidence),
        "files": list(entry.files),
        "paragraphs": [
            {"role": p.role, "text": p.text, "run_in": p.run_in} for p in entry.paragraphs
        ],
        "removed": [
            {"before": line.before, "text": line.text, "reason": line.reason}
            for line in entry.removed
        ],
    }


def refusal_json(refusal: Refusal, language: Language) -> dict[str, str]:
    """A file that could not be read; of an archive the reason names the member."""
    sentence = refusal.reason.sentence(language)
    member = f"{refusal.member}：" if refusal.member else ""
    return {"path": refusal.path, "reason": member + sentence}
