import json

from desktop_app.session.answers import (
    Blank,
    Completion,
    HeadingOffer,
    HeadingSet,
    Hit,
    KeptPhrase,
    Phrase,
    Signal,
    Source,
    Stretch,
    Template,
    TemplateSection,
    completion_json,
    heading_set_json,
    hit_json,
    kept_json,
    phrase_json,
    read_completion,
    read_heading_set,
    read_hit,
    read_kept,
    read_phrase,
    read_source,
    read_template,
    source_json,
    template_json,
)

_SOURCE = Source("防汛通知", 2024, "一、压实责任")
_PAPER = Source("防汛通知", 2024)
_OWN = Source("", None)


def test_a_source_is_told_with_its_section_where_that_is_asked_for() -> None:
    paper = {"document": "防汛通知", "year": 2024}
    assert source_json(_SOURCE) == {**paper, "section": "一、压实责任"}
    assert source_json(_SOURCE, section=False) == paper
    assert source_json(_OWN) == {"document": "", "year": None, "section": ""}


def test_a_source_is_read_with_or_without_its_section() -> None:
    assert read_source(source_json(_SOURCE)) == _SOURCE
    assert read_source(source_json(_SOURCE, section=False)) == _PAPER


def test_a_phrase_has_the_fields_of_the_protocol_and_comes_back() -> None:
    phrase = Phrase(
        "一抓到底。",
        "requirement",
        2,
        (_SOURCE, _OWN),
        pick=Stretch(0, 4),
        genre="通知",
        latest=2024,
        blanks=(Blank(0, 1, "figure"),),
        parts=(Stretch(0, 2), Stretch(2, 4)),
        signals=(Signal("opening", 0.7), Signal("year", 0.3)),
    )
    said = phrase_json(phrase)
    assert said == {
        "text": "一抓到底。",
        "function": "requirement",
        "count": 2,
        "sources": [
            {"document": "防汛通知", "year": 2024, "section": "一、压实责任"},
            {"document": "", "year": None, "section": ""},
        ],
        "pick": [0, 4],
        "genre": "通知",
        "latest": 2024,
        "blanks": [{"start": 0, "end": 1, "kind": "figure"}],
        "parts": [[0, 2], [2, 4]],
        "signals": [{"name": "opening", "weight": 0.7}, {"name": "year", "weight": 0.3}],
    }
    assert read_phrase(json.loads(json.dumps(said))) == phrase


def test_a_phrase_of_an_engine_that_says_less_is_read_too() -> None:
    said = {"text": "一抓到底。", "function": "", "count": 1, "sources": [source_json(_OWN)]}
    assert read_phrase(said) == Phrase("一抓到底。", "", 1, (_OWN,))


def test_a_continuation_names_its_paper_and_not_the_section() -> None:
    assert completion_json(Completion("到底。", 3, _SOURCE)) == {
        "text": "到底。",
        "count": 3,
        "source": {"document": "防汛通知", "year": 2024},
    }


def test_an_outline_has_the_fields_of_the_protocol_and_comes_back() -> None:
    sections = (
        TemplateSection(1, "一、总体要求", "opening", 3, ("一、总体思路",)),
        TemplateSection(2, "（一）原则", ""),
    )
    template = Template("实施方案", "方案", (_PAPER,), sections)
    said = template_json(template)
    assert said == {
        "name": "实施方案",
        "genre": "方案",
        "sources": [{"document": "防汛通知", "year": 2024}],
        "sections": [
            {
                "level": 1,
                "heading": "一、总体要求",
                "function": "opening",
                "papers": 3,
                "variants": ["一、总体思路"],
            },
            {"level": 2, "heading": "（一）原则", "function": "", "papers": 1, "variants": []},
        ],
    }
    assert read_template(json.loads(json.dumps(said))) == template


def test_a_set_of_headings_has_the_fields_of_the_protocol_and_comes_back() -> None:
    headings = (
        HeadingOffer("着力稳就业", "防汛通知", 2024),
        HeadingOffer("着力抓项目", "讲话", None),
    )
    found = HeadingSet("着力…", 2, headings, 3)
    said = heading_set_json(found)
    assert said == {
        "pattern": "着力…",
        "level": 2,
        "headings": [
            {"text": "着力稳就业", "document": "防汛通知", "year": 2024},
            {"text": "着力抓项目", "document": "讲话", "year": None},
        ],
        "count": 3,
    }
    assert read_heading_set(json.loads(json.dumps(said))) == found


def test_an_outline_of_an_older_program_is_read_too() -> None:
    section = {"level": 1, "heading": "一、总体要求", "function": ""}
    said = {"name": "方案", "genre": "方案", "sources": [], "sections": [section]}
    assert read_template(said).sections == (TemplateSection(1, "一、总体要求", "", 1, ()),)


def test_a_hit_has_the_fields_of_the_protocol_and_comes_back() -> None:
    hit = Hit("一抓到底。", _SOURCE, 1.25)
    said = hit_json(hit)
    assert said == {
        "snippet": "一抓到底。",
        "document": "防汛通知",
        "year": 2024,
        "section": "一、压实责任",
        "score": 1.25,
    }
    assert read_hit(json.loads(json.dumps(said))) == hit


def test_a_hit_in_a_spun_paper_says_so() -> None:
    hit = Hit("一抓到底。", _SOURCE, 1.25, spun=True)
    assert hit_json(hit)["spun"] is True
    assert read_hit(hit_json(hit)) == hit


def test_a_kept_phrase_comes_back() -> None:
    for kept in (KeptPhrase(7, "一抓到底。", _SOURCE), KeptPhrase(8, "自己的话。", _OWN)):
        assert read_kept(json.loads(json.dumps(kept_json(kept)))) == kept
    assert list(kept_json(KeptPhrase(7, "话", _OWN))) == [
        "id",
        "text",
        "document",
        "year",
        "section",
    ]


def test_what_is_known_of_a_phrase_is_read_and_may_be_missing() -> None:
    said = phrase_json(Phrase("一抓到底。", "requirement", 2, (_SOURCE,)))
    plain = read_phrase({**said, "pick": None, "latest": None})
    assert (plain.pick, plain.genre, plain.latest) == (None, "", None)
    assert (plain.blanks, plain.parts, plain.signals) == ((), (), ())
    known = {
        "pick": [1, 4],
        "genre": "通知",
        "latest": 2025,
        "blanks": [{"start": 0, "end": 1, "kind": "figure"}],
        "parts": [[0, 2], [2, 5]],
        "signals": [{"name": "heading", "weight": 0.5}],
    }
    phrase = read_phrase({**said, **known})
    assert (phrase.pick, phrase.genre, phrase.latest) == ((1, 4), "通知", 2025)
    assert phrase.blanks == ((0, 1, "figure"),)
    assert phrase.parts == ((0, 2), (2, 5))
    assert phrase.signals == (("heading", 0.5),)


def test_a_continuation_comes_back_with_its_words_if_they_were_asked_for() -> None:
    for words in ((), (2, 3)):
        completion = Completion("到底。", 3, _PAPER, words)
        assert read_completion(json.loads(json.dumps(completion_json(completion)))) == completion
