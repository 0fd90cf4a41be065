"""Packages that have a name, the model beside them, and links between issues, in words."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import counted, listed, the

THE_RECORD = "the record as a whole"


def tabled(name: str, sides: Sequence[tuple[str, str]], share: str) -> str:
    """Who accepts a package that has a name: yes, no, or perhaps; and in what share of the draws all do.

    >>> tabled("The first offer", [("Donor", "yes"), ("Holder", "perhaps")], "40% (33% to 47%)")
    '“The first offer”: Donor accepts it; whether Holder does is open. In 40% (33% to 47%) of the draws all accept it.'
    >>> tabled("The first offer", [("Donor", "no"), ("Holder", "yes")], "")
    '“The first offer”: Holder accepts it; Donor does not.'
    >>> tabled("The first offer", [("Donor", "perhaps"), ("Holder", "perhaps")], "")
    '“The first offer”: whether Donor or Holder accepts it is open.'
    """
    by = {sure: [the(name) for name, own in sides if own == sure] for sure in ("yes", "perhaps", "no")}
    said = []
    if by["yes"]:
        said.append(f"{listed(by['yes'])} accept{'s' if len(by['yes']) == 1 else ''} it")
    if by["perhaps"]:
        verb = "accepts it" if not said else "does"
        said.append(f"whether {listed(by['perhaps'], 'or')} {verb} is open")
    if by["no"]:
        verb = "does" if len(by["no"]) == 1 else "do"
        said.append(f"{listed(by['no'])} {verb} not{'' if said else ' accept it'}")
    drawn = f" In {share} of the draws all accept it." if share else ""
    return f"“{name}”: {'; '.join(said)}.{drawn}"


def held(name: str, model: str, verdicts: Sequence[tuple[str, Sequence[str]]]) -> str:
    """What the model says of a package, verdict by verdict, each with those by whose reading it is so.

    >>> held("The first offer", "1990", [("would neither be signed nor hold", ["", "A. Adams 1999"])])
    'By the model of 1990 “The first offer”: would neither be signed nor hold (by the record as a whole and A. Adams \
1999).'
    """
    each = (f"{words} (by {listed([reading or THE_RECORD for reading in by])})" for words, by in verdicts)
    return f"By the model of {model} “{name}”: {'; '.join(each)}."


def linked(issues: Sequence[str], entries: int) -> str:
    """That the record ties issues to each other.

    >>> linked(["Land", "Bases"], 2)
    'The record ties “Land” and “Bases” to each other (two entries).'
    """
    told = f" ({counted(entries, 'entry', 'entries')})" if entries else ""
    return f"The record ties {listed([f'“{issue}”' for issue in issues])} to each other{told}."
