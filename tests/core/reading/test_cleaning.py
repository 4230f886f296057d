import json
from hashlib import sha256
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.document.paragraph import Role
from desktop_app.core.reading.characters import mend
from desktop_app.core.reading.cleaning import Cleaned, Reason, Removed, clean
from desktop_app.core.reading.paper import read_raw
from desktop_app.core.reading.raw import RawParagraph
from tests.core.reading.pages import BARE, SURROUNDED, Page
from tests.core.reading.papers import PAGES, PAPER, TITLE


def cleaned(*lines: str) -> Cleaned:
    return clean([RawParagraph(line) for line in lines])


def texts(*lines: str) -> list[str]:
    return [paragraph.text for paragraph in cleaned(*lines).paragraphs]


@pytest.mark.parametrize("page", SURROUNDED.values(), ids=SURROUNDED)
def test_the_paper_is_all_that_is_left_of_a_page(page: Page) -> None:
    assert texts(*page.lines) == [mend(line) for line in page.paper]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_title_that_the_site_prints_above_the_paper_stands_once(page: tuple[str, ...]) -> None:
    assert texts(*page) == list(PAPER)


@pytest.mark.parametrize("paper", BARE.values(), ids=BARE)
def test_nothing_is_removed_from_a_paper_alone(paper: tuple[str, ...]) -> None:
    assert cleaned(*paper) == Cleaned(tuple(RawParagraph(mend(line)) for line in paper), ())


def test_what_is_removed_tells_its_place_and_the_reason() -> None:
    lines = ["首页 > 讲话", *PAPER[:3], "— 1 —", *PAPER[3:], "责任编辑：林晓", "上一篇：没有了"]
    assert cleaned(*lines).removed == (
        Removed("首页 > 讲话", 0, Reason.SITE),
        Removed("— 1 —", 3, Reason.PAGE_NUMBER),
        Removed("责任编辑：林晓", len(PAPER), Reason.SITE),
        Removed("上一篇：没有了", len(PAPER), Reason.SITE),
    )


def test_a_repeated_title_and_a_table_of_contents_have_their_reasons() -> None:
    page = SURROUNDED["contents of a speech"]
    removed = cleaned(TITLE, *page.lines).removed
    assert [r.reason for r in removed] == [Reason.REPEATED] + [Reason.CONTENTS] * 5
    assert removed[0] == Removed(TITLE, 1, Reason.REPEATED)


@pytest.mark.parametrize("page", SURROUNDED.values(), ids=SURROUNDED)
def test_each_line_of_a_page_is_either_kept_or_removed(page: Page) -> None:
    done = cleaned(*page.lines)
    lines = [paragraph.text for paragraph in done.paragraphs]
    for removed in reversed(done.removed):
        lines.insert(removed.before, mend(removed.text))
    assert lines == [mend(line) for line in page.lines]


def test_what_was_removed_stands_as_it_stood_in_the_file() -> None:
    assert cleaned(*PAPER, "　责任编辑:林\u200b晓").removed[0].text == "　责任编辑:林\u200b晓"


def test_titles_of_two_years_are_not_one_title_repeated() -> None:
    lines = ["2023年全市青年工作要点", "2024年全市青年工作要点", PAPER[2]]
    assert texts(*lines) == lines


def test_the_revisions_of_a_regulation_are_all_kept() -> None:
    lines = [
        "临江市船员管理办法",
        "2017年3月1日 《关于修改部分规章的决定》第一次修订",
        "2019年3月2日 《关于修改部分规章的决定》第二次修订",
        "第一条 为了加强船员管理，制定本办法。",
    ]
    assert texts(*lines) == lines


def test_a_stated_role_goes_with_its_paragraph() -> None:
    title = RawParagraph(PAPER[0], Role.TITLE)
    site = [RawParagraph("立即下载"), RawParagraph("猜你喜欢")]
    done = clean([*site, title, *map(RawParagraph, PAPER[1:]), *site])
    assert done.paragraphs == (title, *map(RawParagraph, PAPER[1:]))


def test_an_empty_file_gives_nothing() -> None:
    assert clean([]) == Cleaned((), ())
    assert clean([RawParagraph("\u200b")]) == Cleaned((), ())


LINES = [*SURROUNDED["forum"].lines, *SURROUNDED["portal"].lines, "目录", "1", "2", "3", "— 4 —"]


@given(st.lists(st.sampled_from(LINES), max_size=60))
def test_no_line_is_lost_whatever_the_page(lines: list[str]) -> None:
    done = cleaned(*lines)
    left = [*(p.text for p in done.paragraphs), *(mend(r.text) for r in done.removed)]
    assert sorted(left) == sorted(mend(line) for line in lines)
    places = [removed.before for removed in done.removed]
    assert places == sorted(places)
    assert all(0 <= place <= len(done.paragraphs) for place in places)


@pytest.mark.parametrize(
    "fill", [" ", "·", "…", "-", "+", "|", "打印", "1", ">", "(", "首页>", "目录"]
)
def test_a_line_made_to_be_hard_takes_no_longer_than_others(fill: str) -> None:
    """Patterns that try all ways to part a line would not come back from these."""
    for length in (39, 119, 199, 5000):
        cleaned(*PAGES["menus"][:4], (fill * length)[:length] + "末", *PAPER, "目录", fill * 50)


TRUTH = Path(__file__).parent / "truth" / "samples.json"


@pytest.mark.shared
def test_of_real_pages_the_papers_own_paragraphs_are_kept(shared: Path) -> None:
    """The truth names a paragraph by its place and the beginning of its SHA-256."""
    hits = kept = owned = 0
    for stem, truth in json.loads(TRUTH.read_text("utf-8")).items():
        (path,) = (shared / "samples").glob(f"{stem}_*")
        raw = read_raw(path)
        own = {int(n) for n in truth["paper"]}
        digests = {str(n): sha256(raw[n].text.encode()).hexdigest()[:8] for n in own}
        assert (len(raw), digests) == (truth["paragraphs"], truth["paper"]), "the sample changed"
        found = set(range(len(raw))) - _removed_places(raw)
        precision, recall = len(found & own) / len(found), len(found & own) / len(own)
        assert min(precision, recall) >= 0.97, f"{stem}: {precision:.3f} {recall:.3f}"
        hits, kept, owned = hits + len(found & own), kept + len(found), owned + len(own)
    assert min(hits / kept, hits / owned) >= 0.99


def _removed_places(raw: list[RawParagraph]) -> set[int]:
    """Where the paragraphs that were removed whole stood in the file."""
    lines = {paragraph.text for paragraph in raw}  # a title may be a piece of one
    texts = [removed.text for removed in clean(raw).removed if removed.text in lines]
    places: set[int] = set()
    for n, paragraph in enumerate(raw):
        if len(places) < len(texts) and paragraph.text == texts[len(places)]:
            places.add(n)
    return places


@pytest.mark.shared
def test_of_clean_papers_next_to_nothing_is_taken_for_a_sites(shared: Path) -> None:
    """Some of them do tell their source, as the page did that they were taken from."""
    characters = 0
    found: list[Removed] = []
    for path in sorted((shared / "corpus").glob("*/*.txt"))[::12]:
        raw = read_raw(path)
        characters += sum(len(paragraph.text) for paragraph in raw)
        found += (r for r in clean(raw).removed if r.reason in (Reason.SITE, Reason.REPEATED))
    assert sum(len(removed.text) for removed in found) < 0.001 * characters
    assert all(len(removed.text) <= 80 for removed in found)


@pytest.mark.shared
def test_of_real_html_every_line_is_kept(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "originals" / "html").glob("*.html"))
    assert len(paths) == 7
    for path in paths:
        page = lxml.html.document_fromstring(path.read_bytes())
        lines = [" ".join(p.text_content().split()) for p in page.iter("p", "h1", "h2", "h3")]
        assert cleaned(*filter(None, lines)).removed == (), path.name
