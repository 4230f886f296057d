import pytest

from desktop_app.core.library.index import grams as grams_module
from desktop_app.core.library.index.grams import (
    FORMULA_SIZE,
    RARE_SIZE,
    SAMPLED,
    JoinedGrams,
    RareGrams,
    find_formulae,
)
from desktop_app.core.library.index.layout import lay_out
from desktop_app.core.library.index.source import IndexedPaper
from desktop_app.core.text.units import encode_units, gram_hashes
from tests.core.library.index.papers import paper

OWN = "青溪河上游十二座小水电站全部退出运行，沿岸六个村用上了集中供水"
STOCK = "坚持以人民为中心的发展思想，在发展中保障和改善民生"


def rare_part(papers: list[IndexedPaper]) -> RareGrams:
    layout = lay_out(papers)
    return RareGrams.build(layout.text, layout.places)


def rare_grams(papers: list[IndexedPaper]) -> JoinedGrams:
    return JoinedGrams([rare_part(papers)], [len(papers)])


def formulae(papers: list[IndexedPaper]) -> set[int]:
    layout = lay_out(papers)
    return set(find_formulae(layout.text, layout.places).tolist())


def test_a_line_names_the_papers_with_the_same_rare_wording() -> None:
    grams = rare_grams([paper(1, "另起炉灶。"), paper(2, f"去年{OWN}。"), paper(3, OWN[:14])])
    sharing = grams.papers_sharing([f"两年来，{OWN}！"])[0].tolist()
    sampled = (gram_hashes(encode_units(OWN), RARE_SIZE) % SAMPLED == 0).sum()
    assert sharing.count(1) == sampled > 0
    assert 0 not in sharing
    assert 0 < sharing.count(2) < sampled


def test_wording_of_many_papers_shows_no_kinship() -> None:
    assert len(rare_grams([paper(n, STOCK) for n in range(6)]).papers_sharing([STOCK])[0]) > 0
    assert len(rare_grams([paper(n, STOCK) for n in range(7)]).papers_sharing([STOCK])[0]) == 0


def test_a_paper_that_repeats_itself_counts_once_for_a_gram() -> None:
    once = rare_grams([paper(1, OWN)]).papers_sharing([OWN])[0].tolist()
    assert rare_grams([paper(1, OWN, OWN, OWN)]).papers_sharing([OWN])[0].tolist() == once


def test_grams_do_not_reach_over_paragraphs() -> None:
    parted = rare_part([paper(1, *(OWN[n : n + 7] for n in range(0, len(OWN), 7)))])
    assert len(parted.gram) == 0


def test_a_short_line_and_an_empty_library_share_nothing() -> None:
    assert rare_grams([paper(1, OWN)]).papers_sharing(["青溪"])[0].tolist() == []
    assert rare_grams([]).papers_sharing([OWN])[0].tolist() == []


def test_a_formula_stands_in_a_tenth_of_the_papers_and_in_three_at_least() -> None:
    wanted = set(gram_hashes(encode_units(STOCK), FORMULA_SIZE).tolist())
    others = [paper(n, f"第{n}号") for n in range(40)]
    three = [paper(100 + n, STOCK) for n in range(3)]
    assert formulae(three[:2]) == set()
    assert formulae(three) == wanted
    assert formulae([*three, *others[:27]]) == wanted
    assert formulae([*three, *others[:28]]) == set()


def test_of_a_large_library_a_sample_is_asked() -> None:
    papers = [paper(n, STOCK if n % 2 else f"第{n}号") for n in range(600)]
    assert formulae(papers) == set()  # every second paper, beginning with the first
    assert formulae(papers[:599]) == set(gram_hashes(encode_units(STOCK), FORMULA_SIZE).tolist())


def test_of_several_lines_each_gets_what_it_gets_alone() -> None:
    grams = rare_grams([paper(1, OWN, STOCK), paper(2, STOCK), paper(3, OWN[5:])])
    lines = [OWN, "", STOCK, "青溪", OWN[3:20], OWN]
    alone = [grams.papers_sharing([line])[0].tolist() for line in lines]
    assert [found.tolist() for found in grams.papers_sharing(lines)] == alone
    assert alone[0]
    assert alone[2]


def test_a_draft_of_more_lines_than_are_kept_is_looked_up_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(grams_module, "_LINES", 3)
    papers = [paper(1, OWN), paper(2, STOCK)]
    kept, lines = rare_grams(papers), [OWN]
    for line in [STOCK, *"甲乙丙丁", OWN, STOCK]:
        lines.append(line)
        shared = [found.tolist() for found in kept.papers_sharing(lines)]
        assert shared == [found.tolist() for found in rare_grams(papers).papers_sharing(lines)]
        assert shared[0] == rare_grams(papers).papers_sharing([OWN])[0].tolist()
