"""Whether a job matches what is typed, told from its texts as the index would tell it.

For the first page of a search that many jobs match: looking at the jobs in their order is then much
faster than asking the index for all of them. No statements here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

_TOKEN = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Without case and accents, as the tokenizer of the index reads it (unicode61)."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).lower()


def word_matcher(word: str) -> Callable[[str, Sequence[str]], bool]:
    """A test of (title and id, all texts) for one word: a part of the first, or the beginning of
    words in the others.
    """
    plain = word.lower()
    tokens = [re.escape(token) for token in _TOKEN.findall(folded(word))]
    if not tokens:
        return lambda names, _: plain in names.lower()
    beginning = re.compile(r"(?<![^\W_])" + r"[\W_]+".join(tokens))

    def matches(names: str, texts: Sequence[str]) -> bool:
        return plain in names.lower() or any(beginning.search(folded(text)) for text in texts)

    return matches
