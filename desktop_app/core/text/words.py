"""Chinese words. The one place that knows jieba."""

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jieba import Tokenizer


class Words:
    """Cuts Chinese text into words; loads jieba's dictionary (about 0.6 s) at the first use."""

    def __init__(self) -> None:
        self._tokenizer: Tokenizer | None = None
        self._loading = Lock()

    def cut(self, text: str) -> list[str]:
        """The words of the text, one after another; together they are the text."""
        return list(self.load().cut(text))

    def known(self, text: str) -> list[str]:
        """The same without guessing at words that the dictionary lacks; a fifth faster."""
        return list(self.load().cut(text, HMM=False))

    def load(self) -> "Tokenizer":
        """Load the dictionary, if it is not there yet; other threads wait for it."""
        with self._loading:
            if self._tokenizer is None:
                self._tokenizer = _loaded()
            return self._tokenizer


def _loaded() -> "Tokenizer":
    from jieba import Tokenizer  # noqa: PLC0415 — a tenth of a second that few processes need

    # jieba's own loading writes a compiled copy into the machine's shared folder and reports
    # on standard error; reading that copy back takes as long as compiling the dictionary.
    tokenizer = Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer
