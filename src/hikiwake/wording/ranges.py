"""Sentences that say why two sides could or could not have agreed. Nothing here knows a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hikiwake.wording.phrases import counted, listed, number, sentence

_GLOSSES = {
    "open": "something is shared, whoever is followed",
    "none": "nothing is shared",
    "refused": "a side refuses to talk",
    "disputed": "it depends on whom one follows",
    "unknown": "the record does not say",
}
Told = tuple[str, str, str, bool]  # the side, who tells it, how far it goes, whether it refuses to talk


def why(overlap: str, shared: Sequence[str], told: Iterable[Told], silent: Sequence[str], decider: str) -> str:
    """Why the overlap is open, none, refused, disputed or unknown.

    ``shared`` are the titles of what both accept, ``told`` how far each side goes by whom, ``silent`` the sides of
    which nothing is told, ``decider`` who holds the one position that decides.

    >>> why("none", [], [("Norland", "A", "Half", False)], [], "A")
    'Nothing is shared. Norland goes as far as Half (A). One position, told by A, decides.'
    """
    parts = [_opening(overlap, shared, silent), *_limits(told)]
    if decider:
        parts.append(sentence(f"one position, told by {decider}, decides"))
    return " ".join(parts)


def _opening(overlap: str, shared: Sequence[str], silent: Sequence[str]) -> str:
    titles = listed(f"“{title}”" for title in shared)
    if overlap == "unknown":
        return sentence(f"the record does not say what {listed(silent or ['one side'], 'or')} would accept")
    return {
        "open": sentence(f"both accept {titles}, whoever is followed"),
        "none": "Nothing is shared.",
        "refused": "A side refuses to talk, which is not the same as conceding nothing.",
        "disputed": sentence(f"it depends on whom one follows; shared by some accounts: {titles}"),
    }[overlap]


def _limits(told: Iterable[Told]) -> list[str]:
    """How far each side goes, the same limit by several told once."""
    holders: dict[tuple[str, str, bool], list[str]] = {}
    for side, holder, limit, refuses in told:
        known = holders.setdefault((side, limit, refuses), [])
        if holder not in known:
            known.append(holder)
    return [_limit(side, limit, refuses, who) for (side, limit, refuses), who in holders.items()]


def _limit(side: str, limit: str, refuses: bool, holders: Sequence[str]) -> str:
    goes = f"goes as far as {limit}" if limit else ""
    talks = "refuses to talk" if refuses else ""
    return sentence(f"{side} {listed(filter(None, (goes, talks)))} ({', '.join(holders)})")


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
    """
    known = [f"{kind} alone: {overlap}" for kind, overlap in overlaps.items() if overlap != "unknown"]
    silent = [kind for kind, overlap in overlaps.items() if overlap == "unknown"]
    parts = [sentence(f"by what is {listed(known)}")] if known else []
    if silent and known:
        parts.append(sentence(f"of what is {listed(silent, 'or')} too little is told"))
    return " ".join(parts)


def lane(side: str, kind: str, holders: Sequence[str], refuses: bool) -> str:
    """The label of a bar: a side, the kind of evidence, by whom it is told, and whether it refuses to talk.

    >>> lane("Norland", "declared", ["A", "B"], True)
    'Norland, declared: refuses to talk (A, B)'
    """
    return f"{side}, {kind}{': refuses to talk' if refuses else ''} ({', '.join(holders)})"


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
