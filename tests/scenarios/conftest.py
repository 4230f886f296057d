"""Whole journeys: a window with its library, as a person has them."""

from tests.windows import WindowOpener, empty_places, home, open_window, places, wait_for_cards

__all__ = ["WindowOpener", "empty_places", "home", "open_window", "places", "wait_for_cards"]
