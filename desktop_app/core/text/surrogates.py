"""Lone surrogates: halves of characters, as broken files and cut emoji leave them."""


def without_surrogates(text: str) -> str:
    """The text with each half as a question mark, since SQLite refuses it; its length stays."""
    return text.encode("utf-8", "replace").decode("utf-8")
