"""Words of what is added by hand: documents, and where a quotation stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hikiwake.wording.phrases import listed, tally

MOST_PLACES = 10
MOST_ROWS = 8


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
        more = [f"  and {len(places) - MOST_PLACES:,} more"] if len(places) > MOST_PLACES else []
        return [said, *(f"  {place}" for place in places[:MOST_PLACES]), *more]
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


def referred_to(file: str, column: str, ids: Sequence[str]) -> str:
    """Which rows of a file refer to an id, in which column; of many the first.

    >>> referred_to("doubts.csv", "entry", ["doubt-1"]), referred_to("conflicts/1990.toml", "", ["1990"])
    ('referred to by doubts.csv, entry: doubt-1', 'referred to by conflicts/1990.toml')
    """
    place = f"{file}, {column}" if column else file
    if not column:
        return f"referred to by {place}"
    more = f" and {len(ids) - MOST_ROWS:,} more" if len(ids) > MOST_ROWS else ""
    return f"referred to by {place}: {', '.join(ids[:MOST_ROWS])}{more}"


def _listed(places: Sequence[tuple[str, str]]) -> str:
    return " | ".join(f"{document}: {words}" for document, words in places[:MOST_PLACES])
