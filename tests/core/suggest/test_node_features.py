from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.library.index.paper_pairs import BUCKETS
from desktop_app.core.suggest.node_features import AVERAGED, NODE_FEATURES, Ballot, look_at
from desktop_app.core.suggest.trie import Trie
from desktop_app.core.suggest.votes import REACH
from desktop_app.core.suggest.wording import Wording
from desktop_app.core.text.units import decode_units, encode_units
from tests.core.suggest.county_papers import WEIGHTS

ROWS = st.lists(st.text("提质增效，。\n\ufffd\0", max_size=REACH), min_size=1, max_size=12)
NO_WORDING = Wording(
    last=ord("，"),
    buckets=None,
    topic=np.zeros(BUCKETS, np.float32),
    known=np.zeros(BUCKETS, np.bool_),
    surprise=np.zeros(BUCKETS, np.float32),
    in_clause=0,
    in_line=0,
)


def ballot_of(rows: list[str], papers: list[int] | None = None) -> Ballot:
    """Equal votes, each of a paper of its own unless told."""
    trie = Trie.build(np.stack([encode_units(row.ljust(REACH, "\0")) for row in rows]))
    count = len(rows)
    paper = np.array(papers if papers else list(range(count)))[trie.rows]
    none = np.zeros((count, len(AVERAGED)), np.float32)
    match = np.full(count, 6)
    return Ballot(
        trie, np.full(count, 1 / count), np.ones(count), match, paper, none, 0.0, NO_WORDING
    )


def looked(ballot: Ballot) -> dict[str, dict[str, float]]:
    """What is known of each continuation, by name."""
    nodes = look_at(ballot, WEIGHTS.novelty)
    strings = [decode_units(ballot.trie.string(node)) for node in nodes.node.tolist()]
    known = [dict(zip(NODE_FEATURES, row, strict=True)) for row in nodes.features.tolist()]
    return dict(zip(strings, known, strict=True))


@given(ROWS)
def test_nothing_runs_on_beyond_a_mark_or_over_a_gap(rows: list[str]) -> None:
    for text, known in looked(ballot_of(rows)).items():
        assert len(text) >= 2
        assert any(row.startswith(text) for row in rows)
        assert not set(text[:-1]) & set("，。\n")
        assert not set(text) & set("\ufffd\0")
        assert np.isfinite(list(known.values())).all()


def test_papers_are_counted_once_each() -> None:
    known = looked(ballot_of(["提质增效，"] * 4 + ["提质扩面，"], [1, 1, 2, -1, 3]))
    assert known["提质"]["papers"] == pytest.approx(np.log(4))
    assert known["提质增效"]["papers"] == pytest.approx(np.log(3))
    assert known["提质增效"]["largest_paper"] == pytest.approx(0.5)
    assert known["提质增效"]["largest_vote"] == pytest.approx(0.25)


def test_marks_at_the_end_are_told_apart() -> None:
    known = looked(ballot_of(["提质，", "提质。", "提质、", "提质增"]))
    names = ("comma", "stop", "pause", "mark")
    ends = {text: [name for name in names if f[name]] for text, f in known.items()}
    assert ends == {
        "提质": [],
        "提质增": [],
        "提质，": ["comma", "mark"],
        "提质。": ["stop", "mark"],
        "提质、": ["pause", "mark"],
    }
    assert known["提质"]["mark_next"] == pytest.approx(
        0.75 * np.exp(known["提质增"]["share_of_parent"]) * 4, rel=1e-4
    )


def test_a_longer_continuation_is_never_likelier() -> None:
    known = looked(ballot_of(["提质增效", "提质增效", "提质扩面"]))
    odds = [known[text]["log_odds"] for text in ("提质", "提质增", "提质增效")]
    assert odds == sorted(odds, reverse=True)


def test_what_the_writer_passed_over_is_told() -> None:
    ballot = ballot_of(["提质增效"])
    assert looked(ballot)["提质"]["refused"] == 0
    assert looked(replace(ballot, refused=0.5))["提质"]["refused"] == pytest.approx(np.log(0.5))


def test_the_share_of_the_drafts_own_votes_is_told() -> None:
    ballot = ballot_of(["提质增效", "提质扩面"])
    ballot.averaged[:, AVERAGED.index("own")] = ballot.trie.follow[:, 2] == ord("扩")
    known = looked(ballot)
    assert [known[text]["own"] for text in ("提质", "提质扩", "提质增")] == [0.5, 1, 0]
