"""The lines of the record as JSON, from which the page's own script writes the rows that are asked for.

Words that many lines share are told once and named by number; what is a line's own stands in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hikiwake.report.grounds import script_safe
from hikiwake.report.record.lines import Line

FACETS = ("kind", "actor", "about", "document", "status", "era")  # in the order of a line's numbers
_Word = Callable[[str], int]


def packed(found: Sequence[Line]) -> str:
    """The lines as JSON that is safe inside a script element: words once, and lines as lists.

    >>> packed([])
    '{"words":[],"lines":[]}'
    """
    words: dict[str, int] = {}

    def word(text: str) -> int:
        return words.setdefault(text, len(words))

    told = [_line(line, word) for line in found]
    return script_safe({"words": list(words), "lines": told})


def _line(line: Line, word: _Word) -> list[object]:
    """Id, words, days, and as numbers of words: when, look, series, tags, what is told beside, facets; citations."""
    facets = {**line.facets, "kind": (line.kind,), "document": tuple(str(each.document) for each in line.cited)}
    return [
        line.id,
        line.said,
        list(line.days or ()),
        word(line.when),
        word(line.look),
        word(line.series),
        [word(tag) for tag in line.tags],
        [[word(name), word(value)] for name, value in line.more],
        [[word(value) for value in facets.get(name, ())] for name in FACETS],
        [[each.document, each.times] for each in line.cited],
        line.doubts,
    ]
