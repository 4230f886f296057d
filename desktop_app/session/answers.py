"""What the library answers, as values and as the JSON of the public protocol."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class Source:
    """Where wording comes from: the paper's title, its year if known, the section's headings."""

    document: str
    year: int | None
    section: str = ""


class Stretch(NamedTuple):
    """A part of a text, in code points."""

    start: int
    end: int


class Blank(NamedTuple):
    """What has to be another in every paper: a place, a figure, a date and so on."""

    start: int
    end: int
    kind: str


class Signal(NamedTuple):
    """What speaks for a phrase, and how much of the whole that is, from 0 to 1."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Phrase:
    """Wording for the place at the caret.

    Attributes:
        text: verbatim from the first source.
        function: what it does there: "opening", "achievement" and so on; empty if unknown.
        count: how many papers have it word for word.
        sources: some of them, the newest first.
        pick: the part of the text that fits best; None if that is not known.
        genre: the kind of paper it comes from; empty if unknown.
        latest: the newest year of all papers that have it.
        blanks: old figures, places and names in the text.
        parts: the members of a parallel set; empty for any other wording.
        signals: what spoke for it, the strongest first.
    """

    text: str
    function: str
    count: int
    sources: tuple[Source, ...]
    pick: Stretch | None = None
    genre: str = ""
    latest: int | None = None
    blanks: tuple[Blank, ...] = ()
    parts: tuple[Stretch, ...] = ()
    signals: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True)
class Completion:
    """What may come next at the caret, verbatim from its source, and in how many papers.

    `words` are the places in the text where its words end; none if they were not asked for.
    """

    text: str
    count: int
    source: Source
    words: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateSection:
    """A section of an outline.

    Attributes:
        level: 1 or 2.
        heading: its number included.
        function: what the section does.
        papers: how many papers of the kind have it.
        variants: its headings in others of them, each with the same number.
    """

    level: int
    heading: str
    function: str
    papers: int = 1
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """An outline mined from papers; `sources` are those that stand behind it."""

    name: str
    genre: str
    sources: tuple[Source, ...]
    sections: tuple[TemplateSection, ...]


@dataclass(frozen=True, slots=True)
class HeadingOffer:
    """A heading without its number, and the paper it is from."""

    text: str
    document: str
    year: int | None


@dataclass(frozen=True, slots=True)
class HeadingSet:
    """Headings that share a pattern, 着力…，加快…; `count` papers have such ones."""

    pattern: str
    level: int
    headings: tuple[HeadingOffer, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A place found by words; `spun` if its paper's words were replaced by synonyms."""

    snippet: str
    source: Source
    score: float
    spun: bool = False


@dataclass(frozen=True, slots=True)
class KeptPhrase:
    """A phrase that the writer keeps; its source has no document if it is the writer's own."""

    id: int
    text: str
    source: Source


def source_json(source: Source, *, section: bool = True) -> dict[str, Any]:
    """A source; without its section where the protocol names the paper only."""
    said: dict[str, Any] = {"document": source.document, "year": source.year}
    return said | {"section": source.section} if section else said


def phrase_json(phrase: Phrase) -> dict[str, Any]:
    """A phrase as `suggest` answers it."""
    return {
        "text": phrase.text,
        "function": phrase.function,
        "count": phrase.count,
        "sources": [source_json(source) for source in phrase.sources],
        "pick": list(phrase.pick or (0, len(phrase.text))),
        "genre": phrase.genre,
        "latest": phrase.latest,
        "blanks": [blank._asdict() for blank in phrase.blanks],
        "parts": [list(part) for part in phrase.parts],
        "signals": [signal._asdict() for signal in phrase.signals],
    }


def completion_json(completion: Completion) -> dict[str, Any]:
    """A continuation as `complete` answers it."""
    source = source_json(completion.source, section=False)
    said = {"text": completion.text, "count": completion.count, "source": source}
    return said | {"words": list(completion.words)} if completion.words else said


def template_json(template: Template) -> dict[str, Any]:
    """An outline as `outline` answers it."""
    return {
        "name": template.name,
        "genre": template.genre,
        "sources": [source_json(source, section=False) for source in template.sources],
        "sections": [
            {
                "level": s.level,
                "heading": s.heading,
                "function": s.function,
                "papers": s.papers,
                "variants": list(s.variants),
            }
            for s in template.sections
        ],
    }


def heading_set_json(found: HeadingSet) -> dict[str, Any]:
    """A set of headings as `headings` answers it."""
    return {
        "pattern": found.pattern,
        "level": found.level,
        "headings": [
            {"text": heading.text, "document": heading.document, "year": heading.year}
            for heading in found.headings
        ],
        "count": found.count,
    }


def hit_json(hit: Hit) -> dict[str, Any]:
    """A hit as `search` answers it."""
    said = {"snippet": hit.snippet, **source_json(hit.source), "score": hit.score}
    return said | {"spun": True} if hit.spun else said


def kept_json(kept: KeptPhrase) -> dict[str, Any]:
    """A kept phrase as the window is told of it."""
    return {"id": kept.id, "text": kept.text, **source_json(kept.source)}


def read_source(said: Mapping[str, Any]) -> Source:
    """The source in an answer."""
    return Source(said["document"], said["year"], said.get("section", ""))


def read_phrase(said: Mapping[str, Any]) -> Phrase:
    """The phrase in an answer to `suggest`."""
    sources = tuple(read_source(source) for source in said["sources"])
    return Phrase(
        said["text"],
        said["function"],
        said["count"],
        sources,
        pick=Stretch(*said["pick"]) if said.get("pick") else None,
        genre=said.get("genre", ""),
        latest=said.get("latest"),
        blanks=tuple(Blank(b["start"], b["end"], b["kind"]) for b in said.get("blanks", ())),
        parts=tuple(Stretch(*part) for part in said.get("parts", ())),
        signals=tuple(Signal(s["name"], s["weight"]) for s in said.get("signals", ())),
    )


def read_template(said: Mapping[str, Any]) -> Template:
    """The outline in an answer to `outline`."""
    sources = tuple(read_source(source) for source in said["sources"])
    sections = tuple(
        TemplateSection(
            s["level"],
            s["heading"],
            s["function"],
            s.get("papers", 1),
            tuple(s.get("variants", ())),
        )
        for s in said["sections"]
    )
    return Template(said["name"], said["genre"], sources, sections)


def read_heading_set(said: Mapping[str, Any]) -> HeadingSet:
    """The set of headings in an answer to `headings`."""
    headings = tuple(HeadingOffer(**heading) for heading in said["headings"])
    return HeadingSet(said["pattern"], said["level"], headings, said["count"])


def read_hit(said: Mapping[str, Any]) -> Hit:
    """The hit in an answer to `search`."""
    return Hit(said["snippet"], read_source(said), said["score"], spun=said.get("spun", False))


def read_completion(said: Mapping[str, Any]) -> Completion:
    """The continuation in an answer to `complete`."""
    words = tuple(said.get("words", ()))
    return Completion(said["text"], said["count"], read_source(said["source"]), words)


def read_kept(said: Mapping[str, Any]) -> KeptPhrase:
    """The kept phrase in an answer about favourites."""
    return KeptPhrase(said["id"], said["text"], read_source(said))
