"""The words of forms: what their fields are called, and the values that these may have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

PERIOD = "When"
PERIOD_HINTS = {
    "start": "2013, 2013-06, 2013-06-04, 2012/2018, or 2022-02/ for what goes on",
    "precision": "left as it is written, where nothing else is known",
    "basis": "from what the time is known",
}
CASE_HINTS = {
    "title": "what the dispute is called",
    "question": "what the case is to answer",
    "summary": "what is found, in a few sentences; it stands at the head of the page",
    "editor": "who answers for the case",
    "first": "an actor of the case by its id; one that the program knows, as JPN, comes with its name",
    "second": "the other side",
}
MOST_HINTED = 8  # ids that a hint names
_LABELS = {
    "first": "The first side", "second": "The second side",
    "id": "Id", "as_of": "As of", "part_of": "Part of", "held_by": "Held by", "claimed_by": "Claimed by",
    "rules_out": "Rules out", "on": "On (issue or formula)", "order": "Order, best first",
}  # fmt: skip
_SINGULAR = {"tables": "survey table", "conflicts": "model", "packages": "package file", "analyses": "analysis"}
_WORDS = {"": "none", "True": "yes", "False": "no"}


def labelled(name: str) -> str:
    """What the field of a column is called.

    >>> labelled("as_of"), labelled("sources")
    ('As of', 'Sources')
    """
    return _LABELS.get(name, name.replace("_", " ").capitalize())


def valued(name: str, values: Iterable[str], titles: Mapping[str, str] | None = None) -> tuple[tuple[str, str], ...]:
    """The values of a field, each with what it is called.

    >>> valued("type", ["", "AGREE"], {"AGREE": "agrees"})
    (('', 'none'), ('AGREE', 'agrees (AGREE)'))
    >>> valued("precision", [""])
    (('', 'as written'),)
    """
    words = {**_WORDS, "": "as written"} if name == "precision" else _WORDS
    told = titles or {}
    return tuple(
        (value, f"{told[value]} ({value})" if told.get(value) else words.get(value, value)) for value in values
    )


def hinted(meaning: str, known: Iterable[str], *, several: bool, needed: bool) -> str:
    """What goes into a field: what it means, how several are told apart, which there are, and that it is needed.

    >>> hinted("formulas, the best first", ["joint-use", "transfer"], several=True, needed=True)
    'formulas, the best first; several parted by semicolons: joint-use; transfer; never empty'
    >>> hinted("who says so; never empty", [], several=False, needed=True)
    'who says so; never empty'
    """
    ids = list(known)
    parted = "several parted by semicolons" if several else ""
    there = "; ".join(ids) if several and len(ids) <= MOST_HINTED else ""
    told = [meaning, f"{parted}: {there}" if there else parted]
    told += ["never empty"] if needed and "never empty" not in meaning else []
    return "; ".join(filter(None, told))


def singular(kind: str) -> str:
    """One row of a table.

    >>> singular("claims"), singular("tables"), singular("conflicts")
    ('claim', 'survey table', 'model')
    """
    return _SINGULAR.get(kind) or kind.removesuffix("s")


def clash(about: Iterable[str], said: str, now: str | None) -> str:
    """That somebody else has changed a field meanwhile: what was filled in, and what it is now; ``None``: it is gone.

    >>> clash(["E1", "the mark"], "neutral", "consistent")
    'E1, the mark: you wrote “neutral”; now it is “consistent”.'
    >>> clash(["Title"], "", None)
    'Title: you wrote nothing; it has been taken out.'
    """
    yours = f"“{said}”" if said else "nothing"
    theirs = "it has been taken out" if now is None else f"now it is “{now}”" if now else "now there is nothing"
    return f"{', '.join(about)}: you wrote {yours}; {theirs}."
