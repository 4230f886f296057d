"""How many near duplicates are found, and how many papers are taken for them that are not.

`python -m tests.benchmarks.near_duplicates [--seed N] [--revisions N]` makes revisions of the
papers of ../shared and judges all pairs; the exact likeness of their texts is the truth.
"""

import argparse
import json
import random
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from desktop_app.core.library.near_duplicates import (
    NEAR,
    are_near,
    jaccard,
    meetings,
    signature,
    similar,
)
from desktop_app.core.library.quotations import quoted, quoting, sample_runs

_CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
_SENTENCE = re.compile(r"[^。；！？]+[。；！？]?")

Texts = list[str]


def main() -> None:
    """Make the revisions, judge, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--revisions", type=int, default=900)
    asked = parser.parse_args()
    papers = read_corpus()
    chance = random.Random(asked.seed)
    everything = papers + revisions(papers, chance, asked.revisions)
    told = {**figures(everything), **news_figures(papers, chance)}
    sys.stdout.write(json.dumps(told, indent=1) + "\n")


def read_corpus() -> list[Texts]:
    """The paragraphs of each paper of the corpus, in the order of their paths."""
    paths = sorted(_CORPUS.glob("[0-9]*/*.txt"))
    return [path.read_text(encoding="utf-8").splitlines() for path in paths]


def revisions(papers: list[Texts], chance: random.Random, count: int) -> list[Texts]:
    """Papers drawn by chance, each changed more or less."""
    made = []
    for _ in range(count):
        share = chance.choice((0.0, 0.02, 0.05, 0.08, 0.1, 0.15, 0.25))
        made.append(_revised(chance.choice(papers), papers, share, chance))
    return made


def figures(papers: list[Texts]) -> dict[str, float]:
    """Judge each paper against those before it, and all pairs by their texts."""
    started = time.perf_counter()
    signatures = [signature(texts) for texts in papers]
    signed = time.perf_counter()
    candidates = meetings(signatures)
    found = {
        (a, b)
        for a, b in candidates
        if are_near(similar(signatures[a], signatures[b]), papers[a], papers[b])
    }
    judged = time.perf_counter()
    truth, likeness = _truth(papers, signatures)
    return {
        "papers": len(papers),
        "pairs_of_likeness_0.6_to_1": sum(value >= 0.6 for value in likeness.values()),
        "near_pairs": len(truth),
        "candidates": len(candidates),
        "recall": len(found & truth) / len(truth),
        "precision": len(found & truth) / len(found),
        "worst_estimate": max(
            abs(similar(signatures[a], signatures[b]) - value) for (a, b), value in likeness.items()
        ),
        "signing_ms_per_paper": 1000 * (signed - started) / len(papers),
        "judging_ms_per_paper": 1000 * (judged - signed) / len(papers),
    }


def news_figures(papers: list[Texts], chance: random.Random) -> dict[str, float]:
    """How many news reports that quote 70 % of a speech are found among all papers."""
    reports, speeches = [], []
    for speech in chance.sample(range(len(papers)), 200):
        said = [text for text in papers[speech] if chance.random() < 0.7]
        if sum(map(len, said)) > 0.55 * sum(map(len, papers[speech])) and sum(map(len, said)) > 800:
            speeches.append(speech)
            reports.append(["本报讯 会议昨日召开，主要负责同志讲话。", *said, "与会者作了发言。"])
    samples = [sample_runs(texts) for texts in (*papers, *reports)]
    truth = {(speech, len(papers) + n) for n, speech in enumerate(speeches)}
    texts = [*papers, *reports]
    found = {(a, b) for a, b in quoting(samples) if quoted(texts[a], texts[b])}
    others = [pair for pair in found - truth if pair[1] < len(papers)]
    return {
        "news_reports": len(reports),
        "news_recall": len(found & truth) / len(truth),
        "genuine_pairs_quoting": len(others),
    }


def _truth(
    papers: list[Texts], signatures: list[np.ndarray]
) -> tuple[set[tuple[int, int]], dict[tuple[int, int], float]]:
    """Exact likeness of all pairs that are not hopeless: the estimate is above 0.5."""
    table = np.array(signatures)
    likeness = {}
    for a, b in _hopeful(table):
        likeness[a, b] = jaccard(papers[a], papers[b])
    return {pair for pair, value in likeness.items() if value >= NEAR}, likeness


def _hopeful(table: np.ndarray) -> list[tuple[int, int]]:
    pairs = []
    for n in range(1, len(table)):
        alike = np.flatnonzero((table[:n] == table[n]).mean(axis=1) > 0.5)
        pairs += [(int(other), n) for other in alike]
    return pairs


def _revised(texts: Texts, papers: list[Texts], share: float, chance: random.Random) -> Texts:
    changes: tuple[Callable[[], Texts], ...] = (
        lambda: [_other_sentences(text, papers, share, chance) for text in texts],
        lambda: chance.sample(texts, len(texts)),
        lambda: [text for text in texts if chance.random() >= share],
        lambda: _with_strangers(texts, papers, share, chance),
        lambda: [_next_year(text) for text in texts],
        lambda: ["".join(texts)],
        lambda: ["本报讯（记者）", *texts, "会议还研究了其他事项。（编辑）"],
    )
    return chance.choice(changes)() or texts


def _other_sentences(text: str, papers: list[Texts], share: float, chance: random.Random) -> str:
    return "".join(
        _stranger(papers, chance) if chance.random() < share else sentence
        for sentence in _SENTENCE.findall(text)
    )


def _with_strangers(
    texts: Texts, papers: list[Texts], share: float, chance: random.Random
) -> Texts:
    added = list(texts)
    for _ in range(round(share * len(texts))):
        added.insert(chance.randrange(len(added) + 1), chance.choice(chance.choice(papers)))
    return added


def _stranger(papers: list[Texts], chance: random.Random) -> str:
    text = chance.choice(chance.choice(papers))
    sentences: list[str] = _SENTENCE.findall(text)
    return chance.choice(sentences or [text])


def _next_year(text: str) -> str:
    return re.sub(r"20\d\d", lambda year: str(int(year.group()) + 1), text)


if __name__ == "__main__":
    main()
