"""What opens a zone of agreement, and who ratifies what is in it, in words."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import capital, counted, listed, number, the


def win_sets(counts: Sequence[tuple[str, int]], overlap: int, signable: int) -> str:
    """How many packages each side would ratify, and how many all would.

    >>> win_sets([("Donor", 3), ("Holder", 4)], 2, 1)
    'The win-set of Donor, which is what its side would ratify, holds three packages, that of Holder four; two are in \
all win-sets, and one of them is in the zone.'
    """
    (first, count), *others = counts
    each = "".join(f", that of {the(name)} {number(own)}" for name, own in others)
    them = "of them are" if signable > 1 else "of them is"
    both = f"{number(overlap) if overlap else 'none'} {'are' if overlap > 1 else 'is'} in all win-sets"
    last = f", and {number(signable) if signable else 'none'} {them} in the zone" if overlap else ""
    own = f"The win-set of {the(first)}, which is what its side would ratify, holds {counted(count, 'package')}"
    return f"{own}{each}; {both}{last}."


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


def no_opening(searched: int, of: int, *, open_: bool) -> str:
    """That no set of issues opens the zone, or how far was searched; open_: whether something is in it all the same.

    >>> no_opening(3, 3, open_=False), no_opening(2, 9, open_=False)
    ('No set of issues opens the zone.', 'No set of up to two issues opens the zone; larger ones were not tried.')
    >>> no_opening(3, 3, open_=True)
    'No set of issues has a package that leaves some party better off than without an agreement, and none worse off.'
    """
    if not searched:
        return "Which issues open the zone was not tried: there are too many combinations."
    does = "has a package that leaves some party better off than without an agreement, and none worse off"
    told = does if open_ else "opens the zone"
    if searched == of:
        return f"No set of issues {told}."
    up_to = "single issue" if searched == 1 else f"set of up to {number(searched)} issues"
    return f"No {up_to} {told}; larger ones were not tried."


def change(kind: str, who: str, by: str, issue: str, source: str, alternative: str) -> str:
    """One change that would be enough to open the zone; a part of ``least``.

    >>> change("reservation", "Donor", "1.5", "", "", ""), change("rule", "", "", "size = large, site = abroad", "", "")
    ('the reservation of Donor comes down by 1.5', '“size = large, site = abroad” is no longer ruled out')
    >>> change("weight", "Holder", "2", "site", "size", "")
    'Holder shifts 2 of its weight from “size” to “site”'
    """
    if kind == "rule":
        return f"“{issue}” is no longer ruled out"
    if kind in ("floor", "reservation"):
        return f"the {kind} of {the(who)} comes down by {by}"
    if kind == "weight":
        return f"{the(who)} shifts {by} of its weight from “{source}” to “{issue}”"
    return f"{the(who)} evaluates “{issue}: {alternative}” higher by {by}"


def least(changes: Sequence[str], *, ratified: bool) -> str:
    """Any one of these changes would open the zone; ratified: whether constituencies have to ratify, too.

    >>> least(["A shifts 1 of its weight from “b” to “c”"], ratified=False)
    'This would open the zone: A shifts 1 of its weight from “b” to “c”.'
    >>> least([], ratified=True)
    'No package is accepted by all parties and ratified on all sides, and no one change of a floor, a weight, an \
evaluation or a rule would bring one.'
    """
    which = "bring one" if ratified else "open the zone"
    none = "No package is accepted by all parties and ratified on all sides" if ratified else ""
    if not changes:
        told = f"no one change of a floor, a weight, an evaluation or a rule would {which}."
        return f"{none}, and {told}" if none else capital(told)
    told = f"{'this' if len(changes) == 1 else 'any one of these'} would {which}: {'; '.join(changes)}."
    return f"{none}; {told}" if none else capital(told)
