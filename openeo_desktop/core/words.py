"""Says texts of the layers below the window in the language of the window, where one is chosen.

Without Qt: the window puts its translator in here once, before it is built. Nobody else does, so
the command line and the log of a start stay English. Texts of servers are never translated.

Sources are English. What has values in it is recognised by its pattern: `{1} does not answer.`
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Lookup = Callable[[str], str | None]
"""The translation of an English text, None where there is none."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence around values: `parts` are what stands before, between and after them."""

    parts: tuple[str, ...]
    translation: str

    def apply(self, text: str) -> str | None:
        """The translation with the values of the text, None if the text is another one.

        A value may be a sentence of ours in turn; whatever else it is, it stays as it is.
        """
        values = _values(self.parts, text)
        if values is None:
            return None
        said = self.translation
        for number in range(1, len(values) + 1):
            # Not str.format: values and translations may hold braces of their own.
            said = said.replace(f"{{{number}}}", f"\0{number}\0", 1)
        for number, value in enumerate(values, 1):
            said = said.replace(f"\0{number}\0", tr_sentence(value))
        return said


@dataclass(slots=True)
class _Chosen:
    lookup: Lookup | None = None
    decimal_point: str = "."
    sentences: Mapping[str, str] = field(default_factory=dict)
    patterns: Sequence[Pattern] = field(default_factory=tuple)


_chosen = _Chosen()


def translate_with(
    lookup: Lookup | None,
    sentences: Mapping[str, str] | None = None,
    decimal_point: str = ".",
) -> None:
    """Say texts with this from now on; None: as they are written.

    Args:
        lookup: For `tr`.
        sentences: For `tr_sentence`: English, with `{1}`, `{2}` … for values, to translation.
        decimal_point: For `decimal`.
    """
    _chosen.lookup = lookup
    _chosen.decimal_point = decimal_point
    _chosen.sentences = dict(sentences or {})
    # The longer the fixed text the surer the match: «{1} {2}.» would swallow everything else.
    known = sorted(_chosen.sentences.items(), key=lambda item: -len(item[0]))
    _chosen.patterns = tuple(Pattern(split_pattern(t), said) for t, said in known if "{1}" in t)


def tr(text: str) -> str:
    """A literal of the sources in the chosen language; as it is where there is none."""
    return text if _chosen.lookup is None else _chosen.lookup(text) or text


def is_translating() -> bool:
    """Whether another language than English is spoken."""
    return _chosen.lookup is not None


def error_text(text: str) -> str:
    """Marks, for `dev.py words`, a text that becomes (a part of) what an error says elsewhere.

    It stays English here: `tr_sentence` translates it when the error is made.
    """
    return text


def decimal(number: str) -> str:
    """A number as Python writes it, with the decimal point of the chosen language."""
    return number.replace(".", _chosen.decimal_point)


def tr_sentence(text: str) -> str:
    """What an error says, with its values in it, in the chosen language; else as it is."""
    if not _chosen.sentences or not text:
        return text
    return _chosen.sentences.get(text) or _by_pattern(text) or text


def split_pattern(text: str) -> tuple[str, ...]:
    """What stands around the values `{1}`, `{2}` … (in this order) of a text."""
    parts, number = [], 1
    while (mark := f"{{{number}}}") in text:
        part, text = text.split(mark, 1)
        parts.append(part)
        number += 1
    return (*parts, text)


def _by_pattern(text: str) -> str | None:
    for pattern in _chosen.patterns:
        said = pattern.apply(text)
        if said is not None:
            return said
    return None


def _values(parts: tuple[str, ...], text: str) -> list[str] | None:
    """What the text has between the parts, None if it is not built of them."""
    first, *middle, last = parts
    fits = text.startswith(first) and text.endswith(last)
    if not fits or len(first) + len(last) > len(text):
        return None
    values, rest = [], text[len(first) : len(text) - len(last)]
    for part in middle:
        value, found, rest = rest.partition(part)
        if not found:
            return None
        values.append(value)
    return [*values, rest]
