"""What both could sign, in words: the zone of agreement, fair points, ratifiers, linkage. By the evaluations given."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import capital, counted, listed, number, plural, sentence, the

POINTS = {
    "nash": "the Nash point (the largest product of gains)",
    "kalai_smorodinsky": "the Kalai-Smorodinsky point (the largest smallest part of what each could gain)",
    "egalitarian": "the egalitarian point (the largest smallest gain)",
    "utilitarian": "the utilitarian point (the largest sum)",
}
KINDS = {1: "one party", 2: "both parties"}


def figure(value: float) -> str:
    """A number of points: whole where it is whole, else with as many digits as tell it, at most four.

    >>> figure(3.0), figure(65.8333333), figure(0.00012345), figure(-0.0)
    ('3', '65.83', '0.0001234', '0')
    """
    whole = round(value)
    if abs(value - whole) < 1e-9:
        return f"{whole:,}"
    return f"{value:,.2f}".rstrip("0").rstrip(".") if abs(value) >= 1 else f"{value:.4g}"


def package(alternatives: Sequence[tuple[str, str]]) -> str:
    """A package by its issues and alternatives.

    >>> package([("size", "small"), ("site", "home")])
    '“size: small; site: home”'
    """
    return f"“{'; '.join(f'{issue}: {taken}' for issue, taken in alternatives)}”"


def zone(count: int | None, of: int, parties: int, *, open_: bool) -> str:
    """How many packages every party accepts.

    >>> zone(3, 20, 2, open_=True)
    'By these evaluations both parties accept three of 20 packages.'
    >>> zone(0, 20, 3, open_=False)
    'By these evaluations there is no package that all three parties accept: the zone of agreement is empty \
(20 packages).'
    >>> zone(None, 10**12, 2, open_=True)
    'By these evaluations there are packages that both parties accept; of 1,000,000,000,000 they were not counted.'
    """
    who = KINDS.get(parties, f"all {number(parties)} parties")
    verb = "accepts" if parties == 1 else "accept"
    if not open_:
        return (f"By these evaluations there is no package that {who} {verb}: the zone of agreement is empty "
                f"({counted(of, 'package')}).")  # fmt: skip
    if count is None:
        return f"By these evaluations there are packages that {who} {verb}; of {number(of)} they were not counted."
    return f"By these evaluations {who} {verb} {number(count)} of {counted(of, 'package')}."


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


def point(names: Sequence[str], chosen: str, gains: Sequence[tuple[str, str]], ties: int, *, inside: bool) -> str:
    """Which package is which fair point, and what each party has of it.

    gains: each party with its number; ties: how many packages the point is in all; inside: whether the gains are
    measured from the reservation

    >>> point(["nash"], "“size: small”", [("Donor", "6"), ("Holder", "2")], 1, inside=True)
    'The Nash point (the largest product of gains) is “size: small”: Donor gains 6 over its reservation, Holder 2.'
    """
    said = listed(POINTS[name] for name in names)
    verb = "is" if len(names) == 1 else "are"
    tied = f"; {number(ties)} packages tie" if ties > 1 else ""
    (first, own), *others = gains
    beside = "".join(f", {the(name)} {gain}" for name, gain in others)
    what = (
        f"{the(first)} gains {own} over its reservation{beside}"
        if inside
        else f"it is worth {own} to {the(first)}{beside}"
    )
    return capital(f"{said} {verb} {chosen}: {what}{tied}.")


def outside(name: str) -> str:
    """That the package with the largest sum is one that somebody does not accept.

    >>> outside("utilitarian")
    'Not every party accepts the utilitarian point.'
    """
    return f"Not every party accepts {POINTS[name].partition(' (')[0]}."


def win_sets(counts: Sequence[tuple[str, int]], overlap: int, signable: int) -> str:
    """How many packages each side would ratify, and how many all would.

    >>> win_sets([("Donor", 3), ("Holder", 4)], 2, 1)
    'The win-set of Donor holds three packages, that of Holder four; two are in all win-sets, and one of \
them is in the zone.'
    """
    (first, count), *others = counts
    each = "".join(f", that of {the(name)} {number(own)}" for name, own in others)
    them = "of them is" if signable == 1 else "of them are"
    both = f"{number(overlap)} {'is' if overlap == 1 else 'are'} in all win-sets"
    last = f", and {number(signable)} {them} in the zone" if overlap else ""
    return f"The win-set of {the(first)} holds {counted(count, 'package')}{each}; {both}{last}."


def pivotal(name: str, party: str, keeps_out: int, prices: Sequence[tuple[str, str]], *, opens: bool) -> str:
    """Whose floor keeps most packages out, and what it costs.

    >>> pivotal("Parliament", "Donor", 2, [("Holder", "1.5")], opens=False)
    'Parliament (Donor) is pivotal: its floor alone keeps two packages out of the win-sets that all share; without it \
the best that can be signed would be worth 1.5 more to Holder.'
    """
    end = "; without it some package could be signed and ratified, with it none can" if opens else ""
    told = listed(f"{price} more to {the(whose)}" for whose, price in prices)
    end += f"; without it the best that can be signed would be worth {told}" if told else ""
    kept = counted(keeps_out, "package")
    return (
        f"{capital(name)} ({party}) is pivotal: its floor alone keeps {kept} out of the win-sets that all share{end}."
    )


def opening(
    issues: Sequence[str], pays: Sequence[tuple[str, Sequence[str]]], others: int, *, from_nothing: bool
) -> str:
    """Which issues open the zone together, and who pays on which.

    others: how many sets of the same size do so, too; from_nothing: whether an issue that is left out counts nothing

    >>> opening(["size", "site"], [("Donor", ["size"]), ("Holder", [])], 0, from_nothing=False)
    'Negotiated together, “size” and “site” open the zone, and no smaller set does; Donor pays on “size”.'
    >>> opening(["size"], [("Donor", []), ("Holder", [])], 2, from_nothing=True)
    'Negotiated alone, “size” opens the zone, as do two other single issues (an issue that is left out counts nothing).'
    """
    named = listed(f"“{issue}”" for issue in issues)
    paid = listed(f"{the(name)} pays on {listed(f'“{issue}”' for issue in own)}" for name, own in pays if own)
    end = f"{' (an issue that is left out counts nothing)' if from_nothing else ''}{f'; {paid}' if paid else ''}."
    kind = "single issue" if len(issues) == 1 else "set of this size"
    also = f", as {'does' if others == 1 else 'do'} {counted(others, f'other {kind}', _kinds(kind))}" if others else ""
    if len(issues) == 1:
        return f"Negotiated alone, {named} opens the zone{also}{end}"
    return f"Negotiated together, {named} open the zone{also}{', and no smaller set does' if not also else ''}{end}"


def _kinds(kind: str) -> str:
    return "other single issues" if kind == "single issue" else "other sets of this size"


def no_opening(searched: int, of: int) -> str:
    """That no set of issues opens the zone, or how far was searched.

    >>> no_opening(3, 3), no_opening(2, 9)
    ('No set of issues opens the zone.', 'No set of up to two issues opens the zone; larger ones were not tried.')
    """
    if searched == of:
        return "No set of issues opens the zone."
    if not searched:
        return "Which issues open the zone was not tried: there are too many combinations."
    up_to = "single issue" if searched == 1 else f"set of up to {number(searched)} issues"
    return f"No {up_to} opens the zone; larger ones were not tried."


def change(kind: str, who: str, by: str, issue: str, source: str, alternative: str) -> str:
    """One change that would be enough to open the zone; a part of ``least``.

    >>> change("floor", "Donor", "1.5", "", "", ""), change("rule", "", "", "size = large, site = abroad", "", "")
    ("Donor's level comes down by 1.5", '“size = large, site = abroad” is no longer ruled out')
    >>> change("weight", "Holder", "2", "site", "size", "")
    'Holder shifts 2 of its weight from “size” to “site”'
    """
    if kind == "rule":
        return f"“{issue}” is no longer ruled out"
    if kind == "floor":
        return f"{the(who)}'s level comes down by {by}"
    if kind == "weight":
        return f"{the(who)} shifts {by} of its weight from “{source}” to “{issue}”"
    return f"{the(who)} evaluates “{issue}: {alternative}” higher by {by}"


def least(changes: Sequence[str]) -> str:
    """Any one of these changes would open the zone.

    >>> least(["A's level comes down by 1", "B's level comes down by 2"])
    "Any one of these would be enough to open it: A's level comes down by 1; B's level comes down by 2."
    """
    if not changes:
        return "No one change of a floor, a weight, an evaluation or a rule would be enough to open it."
    opening = "This would be enough to open it" if len(changes) == 1 else "Any one of these would be enough to open it"
    return f"{opening}: {'; '.join(changes)}."


def all_or_nothing(issues: Sequence[str]) -> str:
    """Which issues have no alternative that is better than the worst for all.

    >>> all_or_nothing(["land"])
    'By these evaluations “land” is all or nothing: each of its alternatives is the worst for some party.'
    """
    verb, whose = ("is", "its") if len(issues) == 1 else ("are", "their")
    return (f"By these evaluations {listed(f'“{issue}”' for issue in issues)} {verb} all or nothing: each of {whose} "
            "alternatives is the worst for some party.")  # fmt: skip


def concession(limits: Sequence[tuple[str, str]], concedes: str) -> str:
    """Who would concede first by Zeuthen's rule.

    >>> concession([("Donor", "25%"), ("Holder", "40%")], "Donor")
    "By Zeuthen's rule Donor would concede first: from its best package of the zone it would risk a breakdown of up to \
25%, Holder of up to 40%."
    """
    (first, one), (second, other) = limits
    if not concedes:
        return f"By Zeuthen's rule both would concede: each would risk a breakdown of up to {one}."
    mine, whose, theirs = (one, second, other) if concedes == first else (other, first, one)
    return (f"By Zeuthen's rule {the(concedes)} would concede first: from its best package of the zone it would risk a "
            f"breakdown of up to {mine}, {the(whose)} of up to {theirs}.")  # fmt: skip


def rounded() -> str:
    """That worths were rounded."""
    return "Worths are rounded to about fifteen digits; ties are those of the rounded numbers."


def era(name: str, count: int, gaining: Sequence[str], losing: Sequence[str]) -> str:
    """The zone of an era, and who gained since the one before.

    >>> era("1956", 0, [], []), era("1993", 3, ["Donor"], ["Holder"])
    ('1956: the zone is empty.', '1993: three packages are in the zone; since the era before the Nash point has become \
worth more to Donor and less to Holder.')
    """
    told = f"{counted(count, 'package')} {'is' if count == 1 else 'are'} in the zone" if count else "the zone is empty"
    ways = [f"{word} to {listed(map(the, names))}" for word, names in (("more", gaining), ("less", losing)) if names]
    since = f"; since the era before the Nash point has become worth {listed(ways)}" if ways else ""
    return f"{name}: {told}{since}."


def improvement(chosen: str, for_some: int, for_all: int, best: str) -> str:
    """Whether a package can be bettered.

    >>> improvement("“a: 1”", 0, 0, "")
    'No package is better than “a: 1” for one party and worse for none.'
    >>> improvement("“a: 1”", 3, 1, "“a: 2”")
    'Three packages are better than “a: 1” for some party and worse for none, one of them better for all; the largest \
product of what each gains over it has “a: 2”.'
    """
    if not for_some:
        return f"No package is better than {chosen} for one party and worse for none."
    verb = "is" if for_some == 1 else "are"
    every = f"{number(for_all) if for_all else 'none'} of them better for all"
    return sentence(f"{counted(for_some, 'package')} {verb} better than {chosen} for some party and worse for none, "
                    f"{every}; the largest product of what each gains over it has {best}")  # fmt: skip


def draws(count: int, seed: int, share: str, nash: str, of_nash: str) -> str:
    """In what share of draws the zone is open, and which package is then most often the Nash point.

    >>> draws(200, 0, "80% (74 to 85%)", "“a: 1”", "60% (53 to 67%)")
    'In 200 draws from the intervals and orders (seed 0) the zone is open in 80% (74 to 85%); “a: 1” is a Nash point \
in 60% (53 to 67%).'
    """
    end = f"; {nash} is a Nash point in {of_nash}" if nash else ""
    return f"In {count:,} draws from the intervals and orders (seed {seed}) the zone is open in {share}{end}."


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
    >>> hinges([], 0, 0, 2, 4)
    'No set of up to two of the four uncertain numbers changes the answer; larger ones were not tried.'
    """
    if not sets:
        which = "None" if searched == 1 else f"No set of up to {number(searched)}"
        more = "" if searched >= uncertain else "; larger ones were not tried"
        return f"{which} of the {counted(uncertain, 'uncertain number')} changes the answer{more}." if searched else (
            "On which uncertain numbers the answer hinges was not tried: there are too many packages.")  # fmt: skip
    also = f" (or on one of {number(sets - 1)} other {plural('set') if sets > 2 else 'set'})" if sets > 1 else ""
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
