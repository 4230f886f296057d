from desktop_app.core.errors import FileEmpty
from desktop_app.core.library.catalogue import CatalogueEntry, CataloguePaper, Refusal, State
from desktop_app.core.library.prepared import ParagraphRow, RemovedRow
from desktop_app.session.catalogue_answers import entry_json, paper_json, refusal_json

_PAPER = CataloguePaper(7, "防汛通知", "通知", None, "县政府", "青溪县", 88, State.SPUN, 2, "稿")
_ROW = {
    "id": 7,
    "title": "防汛通知",
    "genre": "通知",
    "year": None,
    "body": "县政府",
    "place": "青溪县",
    "characters": 88,
    "state": "spun",
    "copies": 2,
    "name": "稿",
}


def test_a_paper_is_a_row_of_the_catalogue() -> None:
    assert paper_json(_PAPER) == _ROW


def test_a_paper_with_its_text_is_told_line_by_line() -> None:
    entry = CatalogueEntry(
        _PAPER,
        {"title": 0.5},
        ("/甲.txt",),
        (ParagraphRow("heading2", 7, "（一）加强领导。各级要抓。", ""),),
        (RemovedRow(0, "首页", "site"),),
    )
    assert entry_json(entry) == {
        "paper": _ROW,
        "confidence": {"title": 0.5},
        "files": ["/甲.txt"],
        "paragraphs": [{"role": "heading2", "text": "（一）加强领导。各级要抓。", "run_in": 7}],
        "removed": [{"before": 0, "text": "首页", "reason": "site"}],
    }


def test_of_an_archive_the_reason_names_the_member() -> None:
    sentence = FileEmpty().sentence("en")
    assert refusal_json(Refusal("/包.zip", "空.txt", FileEmpty()), "en") == {
        "path": "/包.zip",
        "reason": f"空.txt：{sentence}",
    }
    assert refusal_json(Refusal("/空.txt", "", FileEmpty()), "en")["reason"] == sentence
