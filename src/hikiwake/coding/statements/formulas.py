"""Positions on a formula of the case: where the sentence calls it by its title, the position is on it.

The words of the title stand one after another in the sentence, in capitals or not; an article before them does not
count. A title of a single word is no sign, for it may mean anything. Of titles within each other the longest is meant;
where two others stand in the sentence, none is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hikiwake.workbench.proposal import Proposal

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_ARTICLES = ("the", "a", "an")


def on_formulas(proposals: Iterable[Proposal], text: str, formulas: Sequence[tuple[str, str]]) -> Iterator[Proposal]:
    """The proposals of a text, positions on the formulas that their sentences name; ``formulas`` are ids and titles.

    >>> from hikiwake.workbench.proposal import Span
    >>> text = "Norland rejects the equal shares plan."
    >>> plain = Proposal("position", (Span("a", 0, len(text)),), cells=(("on", "territory"),))
    >>> [each.cells for each in on_formulas([plain], text, [("half", "Equal shares plan"), ("all", "All of it")])]
    [(('on', 'half'),)]
    """
    titles = {id_: words for id_, title in formulas if len(words := _words(title)) > 1}
    for each in proposals:
        first = each.passages[0]
        named = _named(_words(text[first.start : first.end]), titles) if each.kind == "position" and titles else ""
        if named:
            cells = {**dict(each.cells), "on": named}
            why = (*each.why, ("formula", "its title stands in the sentence"))
            yield replace(each, cells=tuple(cells.items()), why=why)
        else:
            yield each


def _words(said: str) -> tuple[str, ...]:
    """The words of a title or a sentence, without an article at the beginning."""
    words = tuple(_WORD.findall(said.casefold()))
    return words[1:] if words[:1] and words[0] in _ARTICLES else words


def _named(sentence: Sequence[str], titles: dict[str, tuple[str, ...]]) -> str:
    """The formula whose title stands in a sentence; empty where none does, or several."""
    found = {id_: words for id_, words in titles.items() if _within(words, sentence)}
    longest = [id_ for id_, words in found.items() if all(_within(other, words) for other in found.values())]
    return longest[0] if len(longest) == 1 else ""


def _within(words: Sequence[str], others: Sequence[str]) -> bool:
    return any(tuple(others[at : at + len(words)]) == tuple(words) for at in range(len(others) - len(words) + 1))
