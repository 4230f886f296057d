import locale

import pytest

from desktop_app.session.language import language_for, system_language


@pytest.mark.parametrize(
    "name",
    [
        "zh",
        "zh_CN",
        "zh_CN.UTF-8",
        "zh_TW.Big5",
        "zh_HK@x",
        "zh-Hans",
        "ZH",
        "Chinese (Simplified)",
    ],
)
def test_a_chinese_locale_speaks_chinese(name: str) -> None:
    assert language_for(name) == "zh"


@pytest.mark.parametrize("name", ["", "C", "C.UTF-8", "POSIX", "c.utf8"])
def test_a_locale_that_says_nothing_speaks_chinese(name: str) -> None:
    assert language_for(name) == "zh"


@pytest.mark.parametrize("name", ["en", "en_US.UTF-8", "de_DE@euro", "fr", "xx", "English_USA"])
def test_any_other_locale_speaks_english(name: str) -> None:
    assert language_for(name) == "en"


def test_the_programs_own_variable_goes_before_the_locale() -> None:
    assert system_language({"BIJIA_LANGUAGE": "en", "LC_ALL": "zh_CN.UTF-8"}) == "en"
    assert system_language({"BIJIA_LANGUAGE": "zh", "LANG": "en_US.UTF-8"}) == "zh"


def test_the_variables_of_the_system_count_in_their_order() -> None:
    assert system_language({"LC_ALL": "en_US", "LC_MESSAGES": "zh_CN", "LANG": "zh_CN"}) == "en"
    assert system_language({"LC_MESSAGES": "en_US", "LANG": "zh_CN"}) == "en"
    assert system_language({"LANG": "en_GB.UTF-8"}) == "en"


def test_an_empty_variable_is_as_good_as_none() -> None:
    assert system_language({"BIJIA_LANGUAGE": "", "LC_ALL": "", "LANG": "en_US"}) == "en"


def test_without_variables_the_locale_in_use_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: ("de_DE", "UTF-8"))
    assert system_language({}) == "en"
    monkeypatch.setattr(locale, "getlocale", lambda: (None, None))
    assert system_language({}) == "zh"


def test_the_environment_of_the_process_is_what_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIJIA_LANGUAGE", "en")
    assert system_language() == "en"
    monkeypatch.setenv("BIJIA_LANGUAGE", "zh")
    assert system_language() == "zh"
