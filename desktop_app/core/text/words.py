"""Chinese words. The one place that knows jieba."""

from threading import Lock

import jieba


class Words:
    """Cuts Chinese text into words; loads jieba's dictionary (about 0.6 s) at the first use."""

    def __init__(self) -> None:
        self._tokenizer = jieba.Tokenizer()
        self._loading = Lock()

    def cut(self, text: str) -> list[str]:
        """The words of the text, one after another; together they are the text."""
        return self._cut(text, guessing=True)

    def known(self, text: str) -> list[str]:
        """The same without guessing at words that the dictionary lacks; a fifth faster."""
        return self._cut(text, guessing=False)

    def _cut(self, text: str, *, guessing: bool) -> list[str]:
        self.load()
        return list(self._tokenizer.cut(text, HMM=guessing))

    def load(self) -> None:
        """Load the dictionary, if it is not there yet; other threads wait for it."""
        # jieba's own loading writes a compiled copy into the machine's shared folder and reports
        # on standard error; reading that copy back takes as long as compiling the dictionary.
        tokenizer = self._tokenizer
        with self._loading:
            if not tokenizer.initialized:
                tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
                tokenizer.initialized = True
