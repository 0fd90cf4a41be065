"""The zone of agreement and its fair points, in words. All is said by the evaluations given."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import capital, counted, listed, number, sentence, the

POINTS = {
    "nash": "the Nash point (the largest product of gains)",
    "kalai_smorodinsky": "the Kalai-Smorodinsky point (the largest smallest part of what each could gain)",
    "egalitarian": "the egalitarian point (the largest smallest gain)",
    "utilitarian": "the utilitarian point (the largest sum)",
}


KINDS = {1: "one party", 2: "both parties"}


def zone(count: int | None, of: int, parties: int, *, open_: bool, certain: bool = True) -> str:
    """How many packages every party accepts; by the middle of what is told where it is not certain.

    >>> zone(3, 20, 2, open_=True)
    'By these evaluations both parties accept three of 20 packages.'
    >>> zone(0, 20, 3, open_=False)
    'By these evaluations there is no package that all three parties accept: the zone of agreement is empty \
(20 packages).'
    >>> zone(None, 10**12, 2, open_=True)
    'By these evaluations there are packages that both parties accept; of 1,000,000,000,000 they were not counted.'
    >>> zone(3, 20, 2, open_=True, certain=False)
    'With every number at the middle of its interval, both parties accept three of 20 packages.'
    """
    by = "By these evaluations" if certain else "With every number at the middle of its interval,"
    who = KINDS.get(parties, f"all {number(parties)} parties")
    verb = "accepts" if parties == 1 else "accept"
    if not open_:
        return (f"{by} there is no package that {who} {verb}: the zone of agreement is empty "
                f"({counted(of, 'package')}).")  # fmt: skip
    if count is None:
        return f"{by} there are packages that {who} {verb}; of {number(of)} they were not counted."
    return f"{by} {who} {verb} {number(count)} of {counted(of, 'package')}."


def without() -> str:
    """That how things stand without an agreement is accepted.

    >>> without()
    'One package of the zone is how things stand without an agreement, for all parties reckon from it.'
    """
    return "One package of the zone is how things stand without an agreement, for all parties reckon from it."


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


def unratified(names: Sequence[str]) -> str:
    """That fair points would not be ratified by all sides.

    >>> unratified(["nash", "utilitarian"])
    'The Nash point and the utilitarian point would not be ratified on all sides.'
    """
    return capital(f"{listed(POINTS[name].partition(' (')[0] for name in names)} would not be ratified on all sides.")


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


def reading(each: Sequence[tuple[str, str]]) -> str:
    """By which reading packages are evaluated; each: the parties with theirs.

    >>> reading([("A", "raw"), ("B", "raw")])
    'A package is worth the sum of weight times evaluation over its issues (raw).'
    >>> reading([("A", "raw"), ("B", "scaled")])
    'A package is worth the sum of weight times evaluation over its issues; of B each evaluation is divided by the \
best of its issue (scaled).'
    """
    scaled = [the(name) for name, how in each if how == "scaled"]
    told = "A package is worth the sum of weight times evaluation over its issues"
    if not scaled:
        return f"{told} (raw)."
    whose = "" if len(scaled) == len(each) else f"of {listed(scaled)} "
    return f"{told}; {whose}each evaluation is divided by the best of its issue (scaled)."


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


def improvement(chosen: str, counts: tuple[int, int] | None, best: str) -> str:
    """Whether a package can be bettered: for some and for all parties how many are better; the best of them, if any.

    >>> improvement("“a: 1”", (0, 0), "")
    'No package is better than “a: 1” for one party and worse for none.'
    >>> improvement("“a: 1”", (3, 1), "“a: 2”")
    'Three packages are better than “a: 1” for some party and worse for none, one of them better for all; \
the largest product of what each gains over it has “a: 2”.'
    >>> improvement("“a: 1”", None, "“a: 2”")
    'Some packages are better than “a: 1” for some party and worse for none; the largest product of what each gains \
over it has “a: 2”.'
    """
    if not best:
        return f"No package is better than {chosen} for one party and worse for none."
    some, every = "some packages are", ""
    if counts:
        some = f"{counted(counts[0], 'package')} {'is' if counts[0] == 1 else 'are'}"
        every = f", {number(counts[1]) if counts[1] else 'none'} of them better for all"
    end = f"the largest product of what each gains over it has {best}"
    return sentence(f"{some} better than {chosen} for some party and worse for none{every}; {end}")
