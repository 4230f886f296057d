from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.library.segments import LARGEST, Extent, Plan, plan_segments

_MOST = 50
_SIZES = st.dictionaries(st.integers(1, 60), st.integers(1, LARGEST // 3), max_size=30)


def _plan(wanted: Mapping[int, int], *segments: Extent) -> Plan:
    return plan_segments(wanted, segments, _MOST)


def test_the_first_papers_fill_segments_in_order() -> None:
    third = LARGEST // 3
    plan = _plan(dict.fromkeys(range(1, 8), third))
    assert plan == Plan((), ((1, 2, 3), (4, 5, 6), (7,)), ())


def test_a_segment_has_no_more_papers_than_it_can_count() -> None:
    plan = _plan(dict.fromkeys(range(_MOST + 1), 10))
    assert [len(batch) for batch in plan.batches] == [_MOST, 1]


def test_a_paper_larger_than_a_segment_has_one_of_its_own() -> None:
    assert _plan({1: 10, 2: 2 * LARGEST, 3: 10}).batches == ((1,), (2,), (3,))


def test_a_few_new_papers_leave_a_large_segment_alone() -> None:
    large = Extent("a", {1: 90_000, 2: 90_000})
    assert _plan({1: 90_000, 2: 90_000, 3: 5_000}, large) == Plan(("a",), ((3,),), ())


def test_what_new_papers_outweigh_is_merged_with_them() -> None:
    segments = [Extent("a", {1: 900_000}), Extent("b", {2: 5_000}), Extent("c", {3: 9_000})]
    plan = _plan({1: 900_000, 2: 5_000, 3: 9_000, 4: 6_000}, *segments)
    assert plan == Plan(("a",), ((2, 3, 4),), ())


def test_papers_that_are_gone_are_hidden_while_most_of_a_segment_is_in_use() -> None:
    segment = Extent("a", {1: 600, 2: 500})
    assert _plan({1: 600}, segment) == Plan(("a",), (), (2,))
    assert _plan({2: 500}, segment) == Plan((), ((2,),), ())
    assert _plan({}, segment) == Plan((), (), ())


def test_many_small_imports_make_few_segments() -> None:
    segments: list[Extent] = []
    written, wanted = 0, {}
    for paper in range(1, 401):
        wanted[paper] = 5_000
        plan = plan_segments(wanted, segments, 1 << 16)
        written += sum(wanted[n] for batch in plan.batches for n in batch)
        built = [
            Extent(f"{paper}-{k}", {n: wanted[n] for n in batch})
            for k, batch in enumerate(plan.batches)
        ]
        segments = [s for s in segments if s.name in plan.kept] + built
    assert len(segments) <= 8
    assert written <= 12 * sum(wanted.values())


@given(_SIZES, _SIZES, _SIZES)
def test_every_wanted_paper_is_in_one_place(
    wanted: dict[int, int], one: dict[int, int], other: dict[int, int]
) -> None:
    segments = [
        Extent("a", one),
        Extent("b", {n: size for n, size in other.items() if n not in one}),
    ]
    plan = _plan(wanted, *segments)
    kept = [n for segment in segments if segment.name in plan.kept for n in segment.papers]
    shown = [n for n in kept if n not in plan.hidden]
    assert sorted([*shown, *(n for batch in plan.batches for n in batch)]) == sorted(wanted)
