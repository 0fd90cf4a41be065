"""The list of very many events as records, from which the page's own script writes the rows that are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hikiwake.dossier import Era
from hikiwake.report.grounds import script_safe
from hikiwake.report.rows import Row

_Word = Callable[[str], int]


def records(groups: Iterable[tuple[Era, list[Row]]]) -> str:
    """The rows of the list as JSON that is safe inside a script element: words once, rows as numbers by era."""
    words: dict[str, int] = {}

    def word(text: str) -> int:
        return words.setdefault(text, len(words))

    rows = {era.id: [_record(row, word) for row in each] for era, each in groups}
    return script_safe({"words": list(words), "eras": rows})


def _record(row: Row, word: _Word) -> list[object]:
    """Id, summary and dates as they are; as words: when, who, act, issues, outcome, look, citations, facets, series."""
    facets = row.facets
    cited = " ".join(f"{each.document}:{each.times}" for each in row.cited)
    told = (row.when, row.who, row.act, row.issues, row.tag, row.mark, cited, facets["issue"], facets["actor"])
    more = (facets["happened"], row.part_of.id if row.part_of else "", " ".join(row.doubts))
    numbers = int(facets["start"]), int(facets["end"]), row.parts
    return [row.event.id, row.event.summary, *numbers, *map(word, told), *map(word, more)]
