"""What is offered out of real reports stands in them; a small sample, for want of time."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.document.structure import parse
from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.source import IndexedPaper, IndexedParagraph, Kind
from desktop_app.core.suggest.continuation import Completer
from desktop_app.core.suggest.passages import PassageSuggester, Unit
from desktop_app.core.suggest.scene import Caret
from tests.core.library.index.papers import index_of
from tests.core.suggest.county_papers import WEIGHTS

CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared papers are not here"),
]


def read(file: Path) -> list[str]:
    return [line.strip() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def library() -> Iterator[IndexedPaper]:
    for number, file in enumerate(sorted((CORPUS / "04_gwr_province_2025").glob("*.txt"))[:8]):
        paragraphs = [
            IndexedParagraph(1000 * number + n, p.text, Kind.of(p.role, p.run_in), p.run_in)
            for n, p in enumerate(parse(read(file)))
        ]
        yield IndexedPaper(number, 2025, paragraphs)


@pytest.fixture(scope="module")
def papers() -> list[IndexedPaper]:
    return list(library())


@pytest.fixture(scope="module")
def reports(papers: list[IndexedPaper], tmp_path_factory: pytest.TempPathFactory) -> LibraryIndex:
    return index_of(tmp_path_factory.mktemp("reports"), papers)


def carets(count: int) -> Iterator[str]:
    """Texts before carets at random places of papers that the library does not have."""
    chance = random.Random(26)
    files = sorted((CORPUS / "05_gwr_province_2026").glob("*.txt"))
    for _ in range(count):
        text = "\n".join(read(chance.choice(files)))
        yield text[: chance.randrange(1, len(text))]


def test_every_continuation_stands_in_the_paper_named(
    papers: list[IndexedPaper], reports: LibraryIndex
) -> None:
    texts = {p.id: p.text for paper in papers for p in paper.paragraphs}
    owners = {p.id: paper.id for paper in papers for p in paper.paragraphs}
    offered = 0
    for before in carets(60):
        for offer in Completer(reports, WEIGHTS).complete(before, 5):
            offered += 1
            assert offer.text in texts[offer.paragraph_id] + "\n"
            assert owners[offer.paragraph_id] == offer.paper_id
            assert not set(offer.text[:-1]) & set("，。；：！？、\n")
    assert offered > 100


@pytest.mark.parametrize("unit", ["phrase", "passage"])
def test_every_passage_stands_in_the_paper_named(
    papers: list[IndexedPaper], reports: LibraryIndex, unit: Unit
) -> None:
    texts = {p.id: p.text for paper in papers for p in paper.paragraphs}
    owners = {p.id: paper.id for paper in papers for p in paper.paragraphs}
    for before in carets(20):
        passages = PassageSuggester(reports).suggest(Caret([], before), 10, unit)
        assert len(passages) == 10
        for passage in passages:
            text = texts[passage.paragraph_id]
            assert owners[passage.paragraph_id] == passage.paper_id
            assert 0 < passage.end - passage.start <= 120
            assert passage.start == 0 or text[passage.start - 1] in "，。；：！？”’）》】"
            assert passage.end == len(text) or text[passage.end - 1] in "，。；：！？”’）》】"
            assert text[passage.start : passage.end] not in before


def test_real_wording_is_counted_paper_by_paper(
    papers: list[IndexedPaper], reports: LibraryIndex
) -> None:
    chance = random.Random(4)
    for paper in papers:
        paragraph = chance.choice([p for p in paper.paragraphs if len(p.text) > 60])
        wanted = paragraph.text[20:28]
        having = [other.id for other in papers if any(wanted in p.text for p in other.paragraphs)]
        assert [source.paper_id for source in reports.occurrences(wanted).sources] == having
