from desktop_app.core.suggest.offers import OfferMemory


def test_the_rest_of_an_offer_that_was_not_taken_is_passed_over() -> None:
    memory = OfferMemory()
    memory.remember("推动", ("高质量发展", "农业"))
    assert memory.passed_over("推动高") == {"质量发展"}
    assert memory.passed_over("推动高质") == {"量发展"}


def test_an_offer_that_was_taken_is_not() -> None:
    memory = OfferMemory()
    memory.remember("推动", ("高质量发展",))
    assert memory.passed_over("推动高质量发展") == set()
    assert memory.passed_over("推动高质量发展，") == set()


def test_asking_again_at_the_same_place_passes_nothing_over() -> None:
    memory = OfferMemory()
    memory.remember("推动", ("高质量发展",))
    assert memory.passed_over("推动") == set()
    memory.remember("推动", ("高质量发展",))
    assert memory.passed_over("推动高") == {"质量发展"}


def test_a_draft_that_goes_another_way_forgets_the_offer() -> None:
    memory = OfferMemory()
    memory.remember("推动", ("高质量发展",))
    assert memory.passed_over("推动农") == set()
    assert memory.passed_over("推动高") == set()


def test_only_the_last_eight_replies_are_remembered() -> None:
    memory = OfferMemory()
    text = "甲乙丙丁戊己庚辛壬癸"
    for n in range(9):
        memory.remember(text[:n], (text[n:],))
    assert len(memory._replies) == 8
