"""The sentence under the heading of a section: what it shows, and how it is to be read."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import listed, number, tally

LEADS = {
    "claims": ("Where several documents give a figure for the same thing, side by side."),
    "findings": (
        "Sentences that a program made from the entries of the record. Each opens what it stands on, down "
        "to the passages."
    ),
    "formulas": (
        "Each way to settle, or step towards one, with who proposed it (blue) and who refused it (orange), era by era."
    ),
    "places": ("Every place has the names that each side gives it; you choose whose stand first."),
    "positions": (
        "Each mark is one position that a document reports. Blue wants it, orange refuses it, grey weighs "
        "or conditions it; the larger, the firmer; the shape says on what evidence."
    ),
    "surveys": ("Answers in percent, as the documents give them; every part of a bar opens its source."),
    "turning": (
        "What each document names as a turn for the better or the worse, and what it denies to be one. "
        "Hatched: the document was written before it happened."
    ),
}


def lead(section: str) -> str:
    """What a section shows that is the same in every case; nothing for one whose opening depends on the case.

    >>> lead("surveys")
    'Answers in percent, as the documents give them; every part of a bar opens its source.'
    """
    return LEADS.get(section, "")


def drivers(links: int, rivals: int) -> str:
    """How many links are argued, on how many of them with rival signs, and what the signs say.

    >>> drivers(2, 0)[:42]
    '2 argued links between causes and effects.'
    """
    rival = f"; on {number(rivals)} of them the arguments point in opposite ways" if rivals else ""
    return (
        f"{tally(links, 'argued link')} between causes and effects{rival}. Plus: more of the cause makes more of the "
        "effect. Minus: more makes less. Zero: argued to have no effect."
    )


def models(sides: Sequence[str], opening: str) -> str:
    """What the models answer; ``opening`` says how many there are."""
    return (
        "Models play out what each side can do and wants, by the record. Could "
        f"{listed(sides)} have signed each way to settle, and would it then have held? {opening}"
    )


def kind(word: str) -> str:
    """What a kind of disagreement is called.

    >>> kind("different_period")
    'difference of period'
    """
    return _KINDS[word]


_KINDS = {
    "contradiction": "contradiction",
    "different_period": "difference of period",
    "different_precision": "difference of precision",
    "interpretation": "rival interpretation",
    "tension": "tension",
    "wording": "difference of words",
    "factual_error": "statement in error",
    "uncertain": "uncertain statement",
}


def compare(one: str, other: str) -> str:
    """Two things that an editor may compare.

    >>> compare("Nine met.", "Ten met.")
    'Compare “Nine met” with “Ten met”.'
    """
    return f"Compare “{one.rstrip('.')}” with “{other.rstrip('.')}”."
