"""Words of entering by hand: what was filled in, what was found, what is nearest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hikiwake.wording.phrases import listed, tally

MOST_LINES = 5


def filled_in(file: str, column: str, lines: Sequence[int], value: str) -> str:
    """That cells of a column were filled.

    >>> filled_in("passages.csv", "letters", [3], "28"), filled_in("passages.csv", "letters", [3, 4], "28")
    ("filled: passages.csv:3, letters: '28'", 'filled: passages.csv, letters: 2 cells, in lines 3 and 4')
    """
    if len(lines) == 1:
        return f"filled: {_place(file, lines[0])}, {column}: {_cut(value)!r}"
    return f"filled: {file}, {column}: {tally(len(lines), 'cell')}, {_lines(lines)}"


def not_filled_in(file: str, column: str, lines: Sequence[int], why: str) -> str:
    """That cells could not be filled, and why.

    >>> not_filled_in("passages.csv", "digest", [2], "its document is not in the library")
    'not filled: passages.csv:2, digest: its document is not in the library'
    """
    if len(lines) == 1:
        return f"not filled: {_place(file, lines[0])}, {column}: {why}"
    return f"not filled: {file}, {column}: {tally(len(lines), 'cell')}, {_lines(lines)}: {why}"


def ambiguous(places: Sequence[tuple[str, str]]) -> str:
    """That a quotation stands in several places, each with its document and a few words around it.

    >>> ambiguous([("a", "x [ y ] z"), ("b", "u [ y ] v")])
    'the words stand in 2 places; give more of them: a: x [ y ] z | b: u [ y ] v'
    """
    return f"the words stand in {tally(len(places), 'place')}; give more of them: {_listed(places)}"


def nowhere(nearest: Sequence[tuple[str, str]]) -> str:
    """That a quotation stands nowhere, and what is nearest to it.

    >>> nowhere([]), nowhere([("a", "x [ y ] z")])
    ('the words stand nowhere, and nothing is near them', 'the words stand nowhere; nearest: a: x [ y ] z')
    """
    return (
        f"the words stand nowhere; nearest: {_listed(nearest)}"
        if nearest
        else ("the words stand nowhere, and nothing is near them")
    )


def added(file: str, status: str, document: str, told: str, characters: int, guesses: Sequence[str]) -> str:
    """What became of a file that was added to a case.

    >>> added("r.txt", "known", "berg-2020", "N. Berg 2020, On Reefs", 300, [])
    'r.txt: known already as berg-2020'
    >>> added("r.txt", "added", "berg-2020", "N. Berg 2020, On Reefs", 300, ["title", "author"])
    'berg-2020: N. Berg 2020, On Reefs (300 characters); guessed: title and author; mend them in documents.toml'
    """
    if status == "known":
        return f"{file}: known already as {document}"
    if status == "another text":
        return (
            f"{file}: not added; the case has {document} with a file of this name or id and another text; "
            "give another --id for a document of its own"
        )
    mend = f"; guessed: {listed(guesses)}; mend {'it' if len(guesses) == 1 else 'them'} in documents.toml"
    now = "; its text is held now" if status == "text added" else ""
    return f"{document}: {told} ({tally(characters, 'character')}){now}{mend if guesses else ''}"


def whereabouts(status: str, document: str, cells: Mapping[str, str], places: Sequence[str], row: str) -> list[str]:
    """Where a quotation stands, line by line; each place with a few words around it."""
    if status == "missing":
        near = ["nearest:", *(f"  {place}" for place in places)] if places else ["nothing in it is near them"]
        return [f"{document}: the words stand nowhere in it", *near]
    if status == "ambiguous":
        said = f"{document}: the words stand in {tally(len(places), 'place')}; give more of them"
        return [said, *(f"  {place}" for place in places)]
    page = f", page {cells['page']}" if cells.get("page") else ""
    state = {"known": "a passage of the case", "written": "put into passages.csv"}.get(
        status, "not in passages.csv yet"
    )
    return [
        f"{document}{page}, {places[0]}",
        f"letters {cells['letters']}, digest {cells['digest']}",
        f"{cells['id']}: {state}",
        row,
    ]


def _listed(places: Sequence[tuple[str, str]]) -> str:
    return " | ".join(f"{document}: {words}" for document, words in places[:MOST_LINES])


def _place(file: str, line: int) -> str:
    return f"{file}:{line}" if line else file


def _cut(value: str) -> str:
    return value if len(value) <= 80 else f"{value[:77]}..."


def _lines(lines: Sequence[int]) -> str:
    if not any(lines):
        return "in no particular line"
    if len(lines) > MOST_LINES:
        return f"from line {lines[0]} to line {lines[-1]}"
    return f"in lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}"
