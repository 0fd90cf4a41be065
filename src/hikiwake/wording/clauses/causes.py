"""Sentences on causes that authors argue, held against the timeline: what was counted, and what that does not say."""

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


def years(length: float) -> str:
    """The length of a window.

    >>> years(1), years(2), years(0.5)
    ('one year', 'two years', '0.5 years')
    """
    return counted(int(length), "year") if length == int(length) else f"{length:g} years"


def count(found: float) -> str:
    """A count that may be a mean over imprecise dates.

    >>> count(7.0), count(6.26), count(6.96)
    ('7', '6.3', '7.0')
    """
    return f"{found:.0f}" if abs(found - round(found)) < 1e-9 else f"{found:.1f}"


def chance(p: float, low: float, high: float) -> str:
    """A p-value with the interval of its drawing.

    >>> chance(0.031, 0.024, 0.04), chance(0.0005, 0.0001, 0.0028)
    ('.031 (.024 to .040)', '.001 (.000 to .003)')
    """
    return f"{share(p)} ({share(low)} to {share(high)})"


def share(p: float) -> str:
    """A share of one to three digits.

    >>> share(0.031), share(1.0)
    ('.031', '1')
    """
    return "1" if p >= 0.9995 else f"{p:.3f}".removeprefix("0")


def counted_links(claims: int, of_claims: int, links: int, verdicts: Mapping[str, int]) -> str:
    """How many claims could be held against the timeline, and how they came out.

    >>> counted_links(5, 40, 3, {"in line": 1, "against": 0})[:84]
    'Of 40 arguments five, on three links, have acts enough on both sides: one link is in'
    >>> counted_links(5, 40, 3, {"in line": 1, "against": 0})[84:]
    ' line with the timeline, none is against it, and two fit chance as well as the claim.'
    >>> counted_links(0, 40, 0, {})
    'Of 40 arguments none has acts enough on both sides to be held against the timeline.'
    """
    every = counted(of_claims, "argument")
    if not links:
        return f"Of {every} none has acts enough on both sides to be held against the timeline."
    line, against = verdicts.get(IN_LINE, 0), verdicts.get(AGAINST, 0)
    neither = links - line - against
    noun = " link" if line == 1 else " links"
    return (
        f"Of {every} {number(claims)}, on {counted(links, 'link')}, {'has' if claims == 1 else 'have'} acts enough on "
        f"both sides: {_some(line, noun)} {'is' if line < 2 else 'are'} in line with the timeline, "
        f"{_some(against)} {'is' if against < 2 else 'are'} against it, "
        f"and {_some(neither)} {'fits' if neither < 2 else 'fit'} chance as well as the claim."
    )


def _some(found: int, noun: str = "") -> str:
    return f"{number(found)}{noun}" if found else "none"


def by_chance(links: int, level: float, windows: Sequence[float]) -> str:
    """How many links would come out in line by chance alone.

    >>> by_chance(8, 0.05, [1])
    'Of eight links tested, chance alone would bring at most 0.4 in line on average (level .05).'
    >>> by_chance(1, 0.05, [1, 2])[-54:]
    'on average (level .05, divided among the two windows).'
    """
    several = f", divided among the {counted(len(windows), 'window')}" if len(windows) > 1 else ""
    level_ = share(level).rstrip("0")
    most = f"{links * level:.2g}"
    return (
        f"Of {counted(links, 'link')} tested, chance alone would bring at most {most} in line on average "
        f"(level {level_}{several})."
    )


def caution() -> str:
    """What "in line" says, and what it does not.

    >>> caution()[-47:]
    'have it; it never says that the cause did this.'
    """
    return (
        "“In line” says that the effect followed more often, or less often, than chance would have it; "
        "it never says that the cause did this."
    )


def left_out(reasons: Mapping[str, int]) -> str:
    """How many claims are untestable, and why.

    >>> left_out({"expected": 2, "few": 1})[:83]
    'Untestable are three: two of what is expected, not of what was; one because too few'
    """
    told = [
        f"{number(found)} {'' if why in ('expected', 'meant') else 'because '}{REASONS[why]}"
        for why, found in reasons.items()
    ]
    every = sum(reasons.values())
    return sentence(f"untestable {'is' if every == 1 else 'are'} {number(every)}: {'; '.join(told)}")


def untold(variables: int, explained: int) -> str:
    """How many causes and effects no kind of act tells, and of how many the case says why.

    >>> untold(3, 3)
    'No kind of act tells three of the causes and effects; the case says why of each.'
    >>> untold(3, 1)
    'No kind of act tells three of the causes and effects; the case says why of one.'
    """
    of = "each" if variables == explained else number(explained)
    return f"No kind of act tells {number(variables)} of the causes and effects; the case says why of {of}."


def link(cause: str, effect: str, sign: str, holders: Sequence[str], verdict: str, why: str) -> str:
    """What is argued of a link, by whom, and how it stands to the timeline.

    >>> link("Sanctions", "Talks", "-", ["Ann"], "in line", "")
    '“Sanctions” → “Talks” (less; Ann): in line with the timeline.'
    >>> link("Sanctions", "Talks", "+", ["Ann", "Bob"], "untestable", "few")
    '“Sanctions” → “Talks” (more; Ann and Bob): untestable, since too few acts of the one or the other are told.'
    """
    return f"“{cause}” → “{effect}” ({SIGNS[sign]}; {listed(holders)}): {stands(verdict, why)}."


def stands(verdict: str, why: str = "") -> str:
    """How a claim stands to the timeline.

    >>> stands("in line"), stands("untestable", "undecided")
    ('in line with the timeline', 'untestable, since the counts fit the claim and fit chance')
    """
    told = {IN_LINE: "in line with the timeline", AGAINST: "against the timeline"}.get(verdict)
    return told or f"untestable, since {REASONS[why]}"


def kind_of_act(types: str, issues: Sequence[str] = (), words: Sequence[str] = ()) -> str:
    """By which acts a cause or an effect is told.

    >>> kind_of_act("SANCTION"), kind_of_act("AGREE, CONSULT", ["The islands", "Peace treaty"])
    ('SANCTION', 'AGREE, CONSULT, on The islands or Peace treaty')
    >>> kind_of_act("", words=["becomes prime minister"])
    'any act, told as “becomes prime minister”'
    """
    about = f", on {listed(issues, 'or')}" if issues else ""
    told = f", told as {listed([f'“{each}”' for each in words], 'or')}" if words else ""
    return f"{types or 'any act'}{about}{told}"


def effects(count_: int, told: str, *, less: bool = False) -> str:
    """By how many acts of which types an effect is told, or less of it.

    >>> effects(9, "SANCTION"), effects(40, "conflict", less=True)
    ('effects: nine acts (SANCTION)', 'effects: 40 acts that tell less of it (conflict)')
    """
    return f"effects: {counted(count_, 'act')}{' that tell less of it' if less else ''} ({told})"


def causes(count_: int, told: str) -> str:
    """By how many acts a cause is told; where by no kind of act, by those that its drivers name.

    >>> causes(9, "SANCTION"), causes(6, "")
    ('causes: nine acts (SANCTION)', 'causes: six acts (those that are named)')
    """
    return f"causes: {counted(count_, 'act')} ({told or 'those that are named'})"


def window(length: float, causes: float, followed: float, shifted: float, before: float, p: str) -> str:
    """What was counted in a window.

    >>> window(1, 9, 7, 3.2, 2, ".012 (.008 to .018)")
    'Within one year 7 of 9 were followed, by chance 3.2 (p .012 (.008 to .018)); 2 were preceded.'
    """
    return capital(
        f"within {years(length)} {count(followed)} of {count(causes)} were followed, by chance {shifted:.1f} (p {p}); "
        f"{count(before)} were preceded."
    )
