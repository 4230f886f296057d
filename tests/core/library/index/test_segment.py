import json
from pathlib import Path

import pytest

from desktop_app.core.library.index.segment import FORMAT_FILE, Segment, SegmentUnusable
from tests.core.library.index.papers import paper, segment_of

PAPERS = [paper(1, "# 一、强农业", "抓好春耕生产。"), paper(2, "管好水源。")]


def test_a_folder_without_a_segment_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SegmentUnusable):
        Segment.open(tmp_path)


@pytest.mark.parametrize("mark", ["", "[]", json.dumps({"format": 0})])
def test_a_segment_of_another_version_is_refused(tmp_path: Path, mark: str) -> None:
    segment_of(tmp_path, PAPERS)
    (tmp_path / FORMAT_FILE).write_text(mark, encoding="utf-8")
    with pytest.raises(SegmentUnusable):
        Segment.open(tmp_path)


def test_a_segment_with_a_damaged_or_missing_array_is_refused(tmp_path: Path) -> None:
    segment_of(tmp_path, PAPERS)
    for file in sorted(tmp_path.iterdir()):
        whole = file.read_bytes()
        for damaged in (b"", whole[: len(whole) // 2]):
            file.write_bytes(damaged)
            with pytest.raises(SegmentUnusable):
                Segment.open(tmp_path)
        file.unlink()
        with pytest.raises(SegmentUnusable):
            Segment.open(tmp_path)
        file.write_bytes(whole)
    assert Segment.open(tmp_path).places.papers == 2
