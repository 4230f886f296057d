import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.suggest.node_features import NODE_FEATURES
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
    assert ((weights.novelty >= 0) & (weights.novelty < 1)).all()
    assert weights.node.scale[NODE_FEATURES.index("log_odds")] > 0


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    ContinuationWeights.read(SHIPPED).write(path)
    assert json.loads(path.read_text("utf-8")) == json.loads(SHIPPED.read_text("utf-8"))
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda data: data.pop("novelty"), "novelty"),
        (lambda data: data.update(format=1), "format"),
        (lambda data: data.pop("format"), "format"),
        (lambda data: data["vote"].pop("mean"), "mean"),
        (lambda data: data["vote"]["features"].pop(), "other features"),
        (lambda data: data["vote"].update(linear=[1.0, 2.0]), "linear"),
        (lambda data: data["vote"]["linear"].__setitem__(0, float("nan")), "linear"),
        (lambda data: data["node"].update(constant=[1.0]), "constant"),
        (lambda data: data["node"].update(outward=3), "missing"),
        (lambda data: data["novelty"].pop(), "novelty"),
        (lambda data: data["novelty"][0][0].__setitem__(0, 1.5), "novelty"),
    ],
)
def test_weights_that_do_not_fit_are_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        ContinuationWeights.read(changed(tmp_path, change))


def test_what_is_no_list_of_weights_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    for text in ("[]", "{", ""):
        path.write_text(text)
        with pytest.raises(ValueError, match=r"."):
            ContinuationWeights.read(path)
