"""What is uncertain about packages, in words."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import counted, listed, number, the


def between(sure: int, possible: int) -> str:
    """How many packages are in the zone whatever is true inside the intervals.

    >>> between(1, 4), between(0, 0), between(2, 2)
    ('Whatever is true inside the intervals, at least one package is in the zone and at most four are.', \
'Whatever is true inside the intervals, no package is in the zone.', \
'Whatever is true inside the intervals, two packages are in the zone.')
    """
    opening = "Whatever is true inside the intervals,"
    if not possible:
        return f"{opening} no package is in the zone."
    if sure == possible:
        return f"{opening} {counted(sure, 'package')} {'is' if sure == 1 else 'are'} in the zone."
    least = "none need be" if not sure else f"at least {counted(sure, 'package')} {'is' if sure == 1 else 'are'}"
    if not sure:
        return (
            f"{opening} at most {counted(possible, 'package')} {'is' if possible == 1 else 'are'} in the zone; {least}."
        )
    return f"{opening} {least} in the zone and at most {number(possible)} are."


def draws(count: int, seed: int, share: str, beyond: str, nash: str, of_nash: str) -> str:
    """In what share of draws the zone is open, in what share somebody gains in it, and which is most often Nash.

    >>> draws(200, 0, "80% (74 to 85%)", "70% (64 to 75%)", "“a: 1”", "60% (53 to 67%)")
    'In 200 draws from the intervals and orders (seed 0) the zone is open in 80% (74 to 85%), and somebody gains by a \
package of it in 70% (64 to 75%); “a: 1” is a Nash point in 60% (53 to 67%).'
    """
    end = f"; {nash} is a Nash point in {of_nash}" if nash else ""
    gained = "" if beyond == share else f", and somebody gains by a package of it in {beyond}"
    return f"In {count:,} draws from the intervals and orders (seed {seed}) the zone is open in {share}{gained}{end}."


def no_fair_point(chosen: str, share: str) -> str:
    """That the Nash point is open.

    >>> no_fair_point("“a: 1”", "4% (2 to 8%)")
    'Which package is the Nash point (the largest product of gains) these evaluations leave open: the one at the \
middle, “a: 1”, is it in 4% (2 to 8%) of the draws.'
    """
    return (
        "Which package is the Nash point (the largest product of gains) these evaluations leave open: the one at the "
        f"middle, {chosen}, is it in {share} of the draws."
    )


def no_probability() -> str:
    """What a share of draws is not.

    >>> no_probability()
    'A share of draws tells how much of what is left open it takes up, every number taken evenly between its ends; \
it is no probability.'
    """
    return (
        "A share of draws tells how much of what is left open it takes up, every number taken evenly between its ends; "
        "it is no probability."
    )


def risk(chosen: str, accepted: str, ratified: Sequence[tuple[str, str]]) -> str:
    """In what share of draws a package would be accepted, and ratified by each side.

    >>> risk("“a: 1”", "70%", [("Donor", "55%")])
    'All parties accept “a: 1” in 70% of the draws; the side of Donor ratifies it in 55%.'
    """
    sides = "".join(f"; the side of {the(name)} ratifies it in {share}" for name, share in ratified)
    return f"All parties accept {chosen} in {accepted} of the draws{sides}."


def hinges(numbers: Sequence[str], size: int, sets: int, searched: int, uncertain: int) -> str:
    """On which numbers the answer hinges.

    >>> hinges(["the evaluation of “size: large” by Donor"], 1, 1, 1, 4)
    'The answer hinges on the evaluation of “size: large” by Donor: at an end of its interval the zone or the Nash \
point is another.'
    >>> hinges(["the reservation of A", "the reservation of B"], 2, 2, 2, 4)
    'The answer hinges on the reservation of A and the reservation of B (or on one other set): with each at an end of \
its interval the zone or the Nash point is another.'
    >>> hinges([], 0, 0, 2, 4)
    'No set of up to two of the four uncertain numbers changes the answer; larger ones were not tried.'
    """
    if not sets:
        which = "None" if searched == 1 else f"No set of up to {number(searched)}"
        more = "" if searched >= uncertain else "; larger ones were not tried"
        return f"{which} of the {counted(uncertain, 'uncertain number')} changes the answer{more}." if searched else (
            "On which uncertain numbers the answer hinges was not tried: there are too many packages.")  # fmt: skip
    others = "one other set" if sets == 2 else f"one of {number(sets - 1)} other sets"
    also = f" (or on {others})" if sets > 1 else ""
    ends = "at an end of its interval" if size == 1 else "with each at an end of its interval"
    return f"The answer hinges on {listed(numbers)}{also}: {ends} the zone or the Nash point is another."


def uncertain(who: str, issue: str, alternative: str) -> str:
    """An uncertain number in words.

    >>> uncertain("Donor", "size", "large"), uncertain("Donor", "size", ""), uncertain("Donor", "", "")
    ('the evaluation of “size: large” by Donor', 'the weight of “size” to Donor', 'the reservation of Donor')
    """
    if not issue:
        return f"the reservation of {the(who)}"
    return (
        f"the evaluation of “{issue}: {alternative}” by {the(who)}"
        if alternative
        else f"the weight of “{issue}” to {the(who)}"
    )
