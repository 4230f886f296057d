import pytest

from desktop_app.core.library.collocations import tally
from desktop_app.core.text.words import Words
from desktop_app.session.import_pool import tally_apart


@pytest.mark.parametrize("count", [0, 3, 45])
def test_the_words_of_few_and_many_papers_are_counted_alike(count: int) -> None:
    papers = [(n, (f"第{n}件实事已经办成。", "群众满意。")) for n in range(count)]
    found = dict(tally_apart(papers))
    assert sorted(found) == list(range(count))
    for paper_id, texts in papers[:1]:
        expected = tally(map(Words().known, texts))
        assert found[paper_id].pairs.tolist() == expected.pairs.tolist()
