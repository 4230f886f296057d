"""Chinese words. The one place that knows jieba."""

import logging
from pathlib import Path

import jieba


class Words:
    """Cuts Chinese text into words; loads jieba's dictionary (about 0.5 s) at the first use.

    Args:
        cache: a folder of the user's for jieba's compiled dictionary, which it would otherwise
            leave in the machine's shared folder for temporary files.
    """

    def __init__(self, cache: Path) -> None:
        # It reports nothing else than that its cache could not be written, which does no harm.
        jieba.setLogLevel(logging.CRITICAL)
        self._tokenizer = jieba.Tokenizer()
        self._tokenizer.tmp_dir = str(cache)

    def cut(self, text: str) -> list[str]:
        """The words of the text, one after another; together they are the text."""
        return list(self._tokenizer.cut(text))
