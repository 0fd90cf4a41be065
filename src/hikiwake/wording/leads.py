"""The sentence under the heading of a section: what it shows, and how it is to be read."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import listed, number, tally

LEADS = {
    "claims": ("Where several documents give a figure for the same thing, side by side."),
    "doubts": (
        "Nothing is corrected silently: the entry stays as its document has it, and the doubt stands "
        "beside it with the reason."
    ),
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


def disagreements(counts: Sequence[str], points: int) -> str:
    """How many disagreements there are, as sentences, what is real and what apparent, and what the editor doubts.

    Several doubts may be about one point, and one that is about a disagreement is told with that.
    """
    noted = f"{tally(points, 'point')} that the editor doubts {'is' if points == 1 else 'are'} listed apart."
    noted = noted if points else ""
    return " ".join(filter(None, [*counts, _REAL, noted]))


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


def readings(counts: str) -> str:
    """How many questions have rival answers, and how the answers stand."""
    return f"{counts} Answers that agree stand together; the page does not choose between them."


_REAL = (
    "A disagreement is real where two statements cannot both hold; it is apparent where they differ "
    "in period, precision or word only, or where a question has room for both answers. None is settled here."
)
