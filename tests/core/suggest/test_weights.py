import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.suggest.weights import ContinuationWeights

SHIPPED = Path(__file__).parents[3] / "resources" / "suggest" / "continuation.json"


def changed(folder: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    data = json.loads(SHIPPED.read_text(encoding="utf-8"))
    change(data)
    path = folder / "weights.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_the_shipped_weights_are_whole() -> None:
    weights = ContinuationWeights.read(SHIPPED)
    assert weights.vote.match.shape == (10,)
    assert weights.vote.place.shape == (1,)
    assert ((weights.novelty >= 0) & (weights.novelty < 1)).all()
    assert weights.calibration.log_odds > 0


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda data: data.pop("novelty"), "novelty"),
        (lambda data: data.update(surplus=[]), "surplus"),
        (lambda data: data["vote"].pop("rank"), "rank"),
        (lambda data: data["vote"].update(rank=[1.0, 2.0]), "rank"),
        (lambda data: data["vote"].update(match=[float("nan")] * 10), "match"),
        (lambda data: data["calibration"].update(mark=[1.0]), "mark"),
        (lambda data: data["novelty"].pop(), "novelty"),
        (lambda data: data["novelty"][0][0].__setitem__(0, 1.5), "novelty"),
    ],
)
def test_weights_that_do_not_fit_are_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        ContinuationWeights.read(changed(tmp_path, change))
