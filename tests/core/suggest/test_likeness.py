import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.library.index.layout import lay_out
from desktop_app.core.library.index.paper_pairs import JoinedPairs, PaperPairs, Spread
from desktop_app.core.suggest import likeness as likeness_module
from desktop_app.core.suggest.likeness import PaperLikeness
from desktop_app.core.text.units import encode_units, pair_buckets
from tests.core.suggest.county_papers import PAPERS, QINGXI_2024

LAYOUT = lay_out(PAPERS)
_PART = PaperPairs.build(LAYOUT.text, LAYOUT.places.paper_start, Spread.none())
PAIRS = JoinedPairs([_PART], len(LAYOUT.text))
WORDS = st.lists(st.sampled_from(["白茶", "春耕备耕", "工业强县", "民生", "增收"]), max_size=12)


def likeness(*additions: str) -> PaperLikeness:
    found = PaperLikeness(PAIRS, len(PAPERS))
    for text in additions:
        found.count(pair_buckets(encode_units(text)), 1)
    return found


def test_the_paper_that_a_draft_is_like_ranks_first() -> None:
    ranks = likeness("".join(QINGXI_2024)).ranks()
    assert ranks[0] == 0
    assert sorted(ranks.tolist()) == sorted([-1.0986122886681098, -0.6931471805599453, 0.0])


def test_without_a_draft_no_paper_stands_out() -> None:
    assert likeness().levels().tolist() == [0, 0, 0]


def test_the_likest_paper_stands_out_within_limits() -> None:
    levels = likeness("青溪白茶品牌价值突破十亿元").levels()
    assert levels.argmax() == 1
    assert -2 <= levels.min() <= levels.max() <= 3


@given(WORDS)
def test_likeness_does_not_depend_on_the_order_of_writing(words: list[str]) -> None:
    assert likeness(*words)._products.tolist() == likeness(*sorted(words))._products.tolist()


@given(WORDS, WORDS)
def test_what_was_counted_can_be_taken_back_exactly(kept: list[str], lost: list[str]) -> None:
    found = likeness(*kept, *lost)
    for text in lost:
        found.count(pair_buckets(encode_units(text)), -1)
    assert found._products.tolist() == likeness(*kept)._products.tolist()


def test_pairs_that_too_many_papers_have_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness_module, "_COMMON", 1)
    common = likeness("粮食总产稳定在")  # which all have
    assert common.levels().tolist() == [0, 0, 0]
    assert common.counted().any()
    own = likeness("粮食总产稳定在", "水电站全部退出运行")  # which one has
    assert own.levels().argmax() == 1
    assert own._products.tolist() == likeness("水电站全部退出运行")._products.tolist()
