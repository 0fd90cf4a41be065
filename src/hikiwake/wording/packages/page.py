"""What the page says of packages: headings, cells and the key of the chart."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.packages.parts import figure
from hikiwake.wording.phrases import listed, number, the

SURE = {"yes": "accepts", "perhaps": "open", "no": "does not accept"}
FAIR = {"nash": "N", "kalai_smorodinsky": "K", "egalitarian": "E", "utilitarian": "U"}
FAIR_POINTS = {
    "N": "the Nash point",
    "K": "the Kalai-Smorodinsky point",
    "E": "the egalitarian point",
    "U": "the utilitarian point",
}
AS_IT_STANDS = "how things stand without an agreement"
FAULTY = "it has faults, which `hikiwake check` tells"
TOO_MANY = "it has too many packages for the page; `hikiwake packages CASE:NAME` has the answers"
ONE_PARTY = "it has one party only"
NO_ALTERNATIVES = "its issues have no alternatives and can only be divided"
NOT_SHOWN = "there are too many files for the page"


def lead(sides: Sequence[str]) -> str:
    """What the section shows.

    >>> lead(["Norland", "Suderland"])
    'Packages of several issues at once: what each is worth to Norland and Suderland, by evaluations that an analyst \
wrote down from the record. What the record leaves open is an interval, and the answer then a range.'
    """
    return (
        f"Packages of several issues at once: what each is worth to {listed(the(side) for side in sides)}, by "
        "evaluations that an analyst wrote down from the record. What the record leaves open is an interval, and the "
        "answer then a range."
    )


def chart(title: str, sides: Sequence[str]) -> str:
    """The label of the chart.

    >>> chart("A fund", ["Donor", "Holder"])
    'A fund: what packages gain for Donor and Holder'
    """
    return f"{title}: what packages gain for {listed(the(side) for side in sides)}"


def span(low: float, high: float) -> str:
    """Between which numbers something lies.

    >>> span(-1, 0.5), span(-5, -5), span(0, 1)
    ('−1 to 0.5', '−5', '0 to 1')
    """
    ends = [figure(each).replace("-", "−") for each in (low, high)]
    return ends[0] if low == high else " to ".join(ends)


def title_of_cell(voice: str, issue: str, alternative: str) -> str:
    """What an evaluation is of.

    >>> title_of_cell("Norland", "Land", "half")
    'Norland on “Land: half”'
    """
    return f"{the(voice)[0].upper()}{the(voice)[1:]} on “{issue}: {alternative}”"


def share(low: float, of: float, high: float) -> str:
    """A share of draws with its interval.

    >>> share(0.17, 0.22, 0.285)
    '22% (17% to 28%)'
    """
    return f"{of:.0%} ({low:.0%} to {high:.0%})"


def left_out(name: str, reason: str) -> str:
    """That a file is not shown.

    >>> left_out("1990", ONE_PARTY)
    'packages/1990.toml is not shown: it has one party only.'
    """
    return f"packages/{name}.toml is not shown: {reason}."


def first_two(names: Sequence[str]) -> str:
    """That the chart shows two of several parties.

    >>> first_two(["A", "B", "C"])
    'Of three parties the chart shows the first two, A and B; the table has all.'
    """
    first, second = (the(name) for name in names[:2])
    return f"Of {number(len(names))} parties the chart shows the first two, {first} and {second}; the table has all."
