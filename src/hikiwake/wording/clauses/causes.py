"""Sentences on causes that authors argue, held against the timeline: what was counted, and what that says and does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hikiwake.wording.phrases import capital, counted, listed, number, sentence

HEAD = ("cause", "effect", "argued", "within", "followed", "by chance", "p", "timeline")
IN_LINE, AGAINST, UNTESTABLE = "in line", "against", "untestable"
SIGNS = {"+": "more", "-": "less", "0": "no change"}
REASONS = {
    "expected": "of what is expected, not of what was",
    "meant": "of an aim, and an aim is no effect",
    "general": "both sides are general factors, which no kind of dated act tells",
    "cause": "the cause is a general factor, which no kind of dated act tells",
    "effect": "the effect is a general factor, which no kind of dated act tells",
    "no cause": "no act of the cause is told with a date",
    "no effect": "no act of the effect is told with a date",
    "same": "cause and effect are told by the same acts",
    "few": "too few acts of the one or the other are told",
    "undecided": "the counts fit the claim and fit chance",
}


def reason(why: str) -> str:
    """Why a claim cannot be held against the timeline.

    >>> reason("few")
    'too few acts of the one or the other are told'
    """
    return REASONS[why]


def years(length: float) -> str:
    """The length of a window.

    >>> years(1), years(2), years(0.5)
    ('one year', 'two years', '0.5 years')
    """
    return counted(int(length), "year") if length == int(length) else f"{length:g} years"


def count(found: float) -> str:
    """A count that may be a mean over imprecise dates.

    >>> count(7.0), count(6.25), count(6.96)
    ('7', '6.3', '7.0')
    """
    return f"{found:.0f}" if abs(found - round(found)) < 1e-9 else f"{found:.1f}"


def chance(p: float, low: float, high: float) -> str:
    """A p-value with the interval of its drawing.

    >>> chance(0.031, 0.024, 0.04), chance(0.0005, 0.0001, 0.0028)
    ('.031 (.024 to .040)', '.001 (.000 to .003)')
    """
    return f"{_share(p)} ({_share(low)} to {_share(high)})"


def _share(p: float) -> str:
    return "1" if p >= 0.9995 else f"{p:.3f}".removeprefix("0")


def tested(claims: int, of_claims: int, links: int, verdicts: Mapping[str, int]) -> str:
    """How many claims could be held against the timeline, and how they came out.

    >>> tested(5, 40, 3, {"in line": 1, "against": 0})
    'Of 40 arguments five, on three links, are of acts on both sides that are told often enough to count: one link is in line with the timeline, none is against it, two fit chance as well as the claim.'
    >>> tested(0, 40, 0, {})
    'Of 40 arguments none is of acts on both sides that are told often enough to count.'
    """
    if not links:
        return f"Of {counted(of_claims, 'argument')} none is of acts on both sides that are told often enough to count."
    line, against = verdicts.get(IN_LINE, 0), verdicts.get(AGAINST, 0)
    open_ = links - line - against
    is_ = "is" if claims == 1 else "are"
    return (
        f"Of {counted(of_claims, 'argument')} {number(claims)}, on {counted(links, 'link')}, {is_} of acts on both sides that "
        f"are told often enough to count: {_none(line, 'link ', 'is', 'are')} in line with the timeline, "
        f"{_none(against, '', 'is', 'are')} against it, {_none(open_, '', 'fits', 'fit')} chance as well as the claim."
    )


def _none(found: int, noun: str, one: str, many: str) -> str:
    if found == 0:
        return f"none {one}"
    return f"{number(found)} {noun if found == 1 else noun.replace('link', 'links')}{one if found == 1 else many}"


def by_chance(links: int, level: float, windows: Sequence[float]) -> str:
    """How many links would come out in line by chance alone, and what "in line" does not say.

    >>> by_chance(8, 0.05, [1, 2, 5])
    'Of eight links tested, chance alone would bring at most 0.4 in line (at a level of .05 for a link, divided among three windows). In line says that the effect followed more often, or less often, than chance has it; never that the cause brought it about.'
    """
    several = f", divided among {counted(len(windows), 'window')}" if len(windows) > 1 else ""
    return (
        f"Of {counted(links, 'link')} tested, chance alone would bring at most {links * level:.1f} in line "
        f"(at a level of {_share(level).rstrip('0')} for a link{several}). In line says that the effect followed more often, or "
        "less often, than chance has it; never that the cause brought it about."
    )


def left_out(reasons: Mapping[str, int]) -> str:
    """How many claims are untestable, and why.

    >>> left_out({"expected": 2, "few": 1})
    'Untestable are three: two of what is expected, not of what was; one because too few acts of the one or the other are told.'
    """
    told = [
        f"{number(found)} {'' if why in ('expected', 'meant') else 'because '}{REASONS[why]}"
        for why, found in reasons.items()
    ]
    every = sum(reasons.values())
    return sentence(f"untestable {'is' if every == 1 else 'are'} {number(every)}: {'; '.join(told)}")


def link(cause: str, effect: str, sign: str, holders: Sequence[str], verdict: str, why: str) -> str:
    """What is argued of a link, by whom, and how it stands to the timeline.

    >>> link("Sanctions", "Talks", "-", ["Ann"], "in line", "")
    '“Sanctions” → “Talks” (less; Ann): in line with the timeline.'
    >>> link("Sanctions", "Talks", "+", ["Ann", "Bob"], "untestable", "few")
    '“Sanctions” → “Talks” (more; Ann and Bob): untestable, since too few acts of the one or the other are told.'
    """
    stands = {IN_LINE: "in line with the timeline", AGAINST: "against the timeline"}.get(verdict)
    told = stands or f"untestable, since {REASONS[why]}"
    return f"“{cause}” → “{effect}” ({SIGNS[sign]}; {listed(holders)}): {told}."


def window(length: float, causes: float, followed: float, shifted: float, before: float, p: str) -> str:
    """What was counted in a window.

    >>> window(1, 9, 7, 3.2, 2, ".012 (.008 to .018)")
    'Within one year 7 of 9 were followed; by chance 3.2 would be (p = .012 (.008 to .018)); 2 had one in the same time before.'
    """
    return capital(
        f"within {years(length)} {count(followed)} of {count(causes)} were followed; by chance {shifted:.1f} would be "
        f"(p = {p}); {count(before)} had one in the same time before."
    )
