from pathlib import Path

from desktop_app.core.library.database import open_database
from desktop_app.core.library.store import Store
from desktop_app.core.suggest.sentence_functions import SentenceFunctions
from tests.core.library.small_papers import FLOOD, LIBRARY, add


def test_sentences_are_told_with_what_they_do(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    add(Store(database), *LIBRARY)
    found = SentenceFunctions(database)
    (done,) = found.paragraphs_with("achievement").tolist()
    (planned,) = found.paragraphs_with("measure").tolist()
    told = found.of([planned, done, 999])
    assert sorted(zip(told.paragraph_id.tolist(), told.function, strict=True)) == [
        (done, "achievement"),
        (planned, "measure"),
    ]
    assert told.start.tolist() == [0, 0]
    assert sorted(told.length.tolist()) == sorted([len(LIBRARY[2]), len(LIBRARY[4])])
    assert found.paragraphs_with("nonsense").tolist() == []
    assert len(found.of([]).start) == 0
    database.close()


def test_a_family_of_genres_holds_its_members(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    add(Store(database), *FLOOD, path="/1.txt")
    add(Store(database), *LIBRARY, path="/2.txt")
    found = SentenceFunctions(database)
    (summary,) = found.papers_of("总结").tolist()
    assert found.papers_of("工作总结").tolist() == [summary]
    assert found.genre_of(summary) == "工作总结"
    assert found.papers_of("讲话").tolist() == []
    assert found.genre_of(999) == ""
    database.close()
