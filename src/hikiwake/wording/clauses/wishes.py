"""What somebody wants, in words: titles of options come in, plain clauses without a denial of a denial go out."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import listed


def quoted(title: str) -> str:
    """A title as a sentence has it; marks inside it are single ones.

    >>> quoted("Talk"), quoted("Say “no”")
    ('“Talk”', '“Say ‘no’”')
    """
    return f"“{title.replace('“', '‘').replace('”', '’')}”"


def wants(words: str, against: bool) -> str:
    """That somebody wants something, or does not."""
    return f"does not want {words}" if against else f"wants {words}"


def any_of(titles: Sequence[str]) -> str:
    """Options none of which is wanted."""
    return listed(map(quoted, titles), "or")


def jointly(has: Sequence[str], lacks: Sequence[str]) -> str:
    """Some options, and others not.

    >>> jointly(["Arm"], ["Talk", "Pay"])
    '“Arm” without “Talk” or “Pay”'
    """
    return listed(map(quoted, has)) + (f" without {any_of(lacks)}" if lacks else "")


def together(has: Sequence[str], lacks: Sequence[str]) -> str:
    """What is not wanted at the same time; it may be each by itself.

    >>> together(["Arm", "Talk"], []), together(["Arm"], ["Talk"])
    ('“Arm” and “Talk” together', '“Arm” without “Talk”')
    """
    return jointly(has, lacks) if lacks else f"{listed(map(quoted, has))} together"


def given(words: str, condition: str) -> str:
    """Something under a condition."""
    return f"{words} if {condition}"


def exactly(words: str, condition: str) -> str:
    """Something under a condition, and only then."""
    return f"{words} exactly when {condition}"


def taken_up(has: Sequence[str], lacks: Sequence[str]) -> str:
    """That options are taken up and others are not, as a clause.

    >>> taken_up(["Arm"], []), taken_up(["Arm", "Talk"], ["Pay"])
    ('“Arm” is taken up', '“Arm” and “Talk” are taken up without “Pay”')
    >>> taken_up([], ["Arm"]), taken_up([], ["Arm", "Pay"])
    ('“Arm” is not taken up', 'neither “Arm” nor “Pay” is taken up')
    """
    if not has:
        none = "neither " if len(lacks) > 1 else ""
        return f"{none}{listed(map(quoted, lacks), 'nor')} is {'' if none else 'not '}taken up"
    return f"{listed(map(quoted, has))} {'is' if len(has) == 1 else 'are'} taken up" + (
        f" without {any_of(lacks)}" if lacks else ""
    )
