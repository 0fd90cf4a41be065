"""Sentences that say why two sides could or could not have agreed. Nothing here knows a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hikiwake.wording.clauses.bounds import Account, account
from hikiwake.wording.phrases import counted, listed, number, sentence

_GLOSSES = {
    "open": "something is shared, whoever is followed",
    "none": "nothing is shared",
    "refused": "a side refuses to talk",
    "disputed": "it depends on whom one follows, or on the time",
    "unknown": "the record does not say",
}


def why(
    overlap: str,
    shared: Sequence[str],
    told: Iterable[Account],
    silent: Sequence[str] = (),
    unplaced: Sequence[str] = (),
    decided: Sequence[tuple[Sequence[str], str]] = (),
    in_part: bool | None = None,
) -> str:
    """Why the overlap is open, none, refused, disputed or unknown.

    shared: the titles of what both accept; told: what each holder tells of each side; silent: the sides of which
    nothing is told that they accept; unplaced: those that the scale does not rank; decided: the smallest sets of
    positions without which it were another, each by who holds them, and which; in_part: where a side accepts what is
    shared for a part of the era only, whether that depends on whom one follows, too

    >>> why("none", [], [Account("Norland", "A", "Half", "", "", (), False)], decided=[(["A"], "disputed")])
    'Nothing is shared. Norland goes as far as “Half” (A). Without one position, told by A, it would be disputed.'
    """
    opening = _opening(overlap, shared, silent, unplaced) if in_part is None else _in_part(shared, in_part)
    return " ".join((opening, *_limits(told), *_decided(decided)))


def _opening(overlap: str, shared: Sequence[str], silent: Sequence[str], unplaced: Sequence[str]) -> str:
    titles = listed(f"“{title}”" for title in shared)
    if unplaced:
        return sentence(f"the scale does not say how {listed(unplaced, 'or')} ranks what is on it")
    if overlap == "unknown":
        return sentence(f"the record does not say what {listed(silent or ['one side'], 'or')} would accept")
    return {
        "open": sentence(f"both accept {titles}, whoever is followed"),
        "none": "Nothing is shared.",
        "refused": "A side refuses to talk, which is not the same as conceding nothing.",
        "disputed": sentence(f"it depends on whom one follows; shared by some accounts: {titles}"),
    }[overlap]


def _in_part(shared: Sequence[str], by_some: bool) -> str:
    some = "whom one follows and on the time; shared by some accounts" if by_some else "the time; shared"
    return sentence(f"it depends on {some} for a part of the era only: {listed(f'“{title}”' for title in shared)}")


def _limits(told: Iterable[Account]) -> list[str]:
    """What each side accepts and refuses, the same by several holders told once."""
    holders: dict[tuple[str, str], list[str]] = {}
    for each in told:
        if words := account(each):
            holders.setdefault((each.side, words), []).append(each.holder)
    return [sentence(f"{side} {words} ({', '.join(who)})") for (side, words), who in holders.items()]


def _decided(sets: Sequence[tuple[Sequence[str], str]]) -> list[str]:
    """What the overlap were without the smallest sets of positions that change it."""
    if not sets:
        return []
    size, kinds = len(sets[0][0]), [overlap for _, overlap in sets]
    if len(sets) == 1:
        holders = listed(dict.fromkeys(sets[0][0]))
        together = " together" if size > 1 else ""
        return [sentence(f"without {counted(size, 'position')}{together}, told by {holders}, it would be {kinds[0]}")]
    then = listed((f"{kind} ({number(kinds.count(kind))})" for kind in dict.fromkeys(kinds)), "or")
    if size == 1:
        return [
            sentence(f"each of {counted(len(sets), 'position')} decides alone: without it the range would be {then}")
        ]
    fewer = "single position decides" if size == 2 else "one or two positions decide"
    which = f"each of {number(len(sets))} sets of {number(size)} does"
    return [sentence(f"no {fewer}; {which}: without them the range would be {then}")]


def gloss(overlap: str) -> str:
    """What the word for an overlap means.

    >>> gloss("refused")
    'a side refuses to talk'
    """
    return _GLOSSES[overlap]


def by_kind(overlaps: Mapping[str, str]) -> str:
    """The overlap by each kind of evidence alone; kinds that say nothing are told together.

    >>> by_kind({"declared": "none", "revealed": "unknown", "perceived": "unknown"})
    'By what is declared alone: none. Of what is revealed or perceived too little is told.'
    >>> by_kind({"declared": "none", "perceived": "open"})
    'By what is declared alone: none; by what is perceived alone: open.'
    """
    known = [f"by what is {kind} alone: {overlap}" for kind, overlap in overlaps.items() if overlap != "unknown"]
    silent = [kind for kind, overlap in overlaps.items() if overlap == "unknown"]
    parts = [sentence("; ".join(known))] if known else []
    if silent and known:
        parts.append(sentence(f"of what is {listed(silent, 'or')} too little is told"))
    return " ".join(parts)


def lane(side: str, kind: str, holders: Sequence[str], refuses: bool) -> str:
    """The label of a bar: a side, the kind of evidence, by whom it is told, and whether it refuses to talk.

    >>> lane("Norland", "declared", ["A", "B"], True)
    'Norland, declared: refuses to talk (A, B)'
    """
    return f"{side}, {kind}{': refuses to talk' if refuses else ''} ({', '.join(holders)})"


def bound(actor: str, kind: str, holder: str, accepts: Sequence[str], refuses: bool) -> str:
    """What an actor accepts on one kind of evidence by one holder, in a cell of a table.

    >>> bound("JPN", "declared", "A. Author", ["four", "half"], refuses=False)
    'JPN, declared (A. Author): four + half'
    """
    said = " + ".join(accepts) or ("refuses to talk" if refuses else "nothing")
    return f"{actor}, {kind} ({holder}): {said}"


def readings(title: str, formulas: Sequence[str]) -> str:
    """That a formula has open content, and what it may be read as.

    >>> readings("A draw", ["Half", "All"])
    'A draw is left open; it may be read as “Half” or “All”.'
    """
    return sentence(f"{title} is left open; it may be read as {listed((f'“{each}”' for each in formulas), 'or')}")


def best(side: str) -> str:
    """The end of a scale that suits a side best."""
    return f"best for {side}"


def overlaps(between: Sequence[str], eras: Mapping[str, Sequence[str]]) -> str:
    """In how many eras a range was open, none, refused, disputed or unknown, the words that occur only.

    >>> overlaps(["Norland", "Suderland"], {"open": ["1990"], "none": ["1995", "1997"]})
    'Of three eras Norland and Suderland had an open range in one (1990) and nothing shared in two (1995, 1997).'
    """
    total = counted(sum(map(len, eras.values())), "era")
    forms = {
        "open": "an open range in {}",
        "disputed": "a disputed range in {}",
        "none": "nothing shared in {}",
        "refused": "a refusal to talk in {}",
        "unknown": "in {} the record does not say",
    }
    told = {word: form.format(f"{number(len(eras[word]))} ({', '.join(eras[word])})") for word, form in forms.items()
            if eras.get(word)}  # fmt: skip
    silent = told.pop("unknown", "")
    had = f"of {total} {listed(between)} had {listed(told.values())}" if told else ""
    return sentence("; ".join(filter(None, (had, silent))))


def parted(why: str) -> tuple[str, str]:
    """The first sentence of an explanation, and the rest.

    >>> parted("Nothing is shared. Norland goes as far as Half (A).")
    ('Nothing is shared.', 'Norland goes as far as Half (A).')
    """
    first, _, rest = why.partition(". ")
    return sentence(first), rest
