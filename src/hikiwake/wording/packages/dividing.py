"""How issues are divided, in words: who gets what by adjusted winner, what all fall back to."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hikiwake.wording.phrases import capital, counted, listed, number, the


def won(name: str, issues: Sequence[str]) -> str:
    """Which issues a side gets whole.

    >>> won("Norland", ["land", "fish"]), won("Sudland", [])
    ('Norland gets “land” and “fish” whole.', 'Sudland gets no issue whole.')
    """
    return f"{capital(the(name))} gets {listed(f'“{issue}”' for issue in issues) or 'no issue'} whole."


def split(issue: str, parts: Sequence[tuple[str, str]]) -> str:
    """Which issue is split, and how.

    >>> split("land", [("Norland", "2/15"), ("Sudland", "13/15")])
    '“land” is split: 2/15 to Norland, 13/15 to Sudland.'
    """
    return f"“{issue}” is split: {', '.join(f'{part} to {the(name)}' for name, part in parts)}."


def totals(each: Sequence[tuple[str, str]]) -> str:
    """How many points both sides get.

    >>> totals([("Norland", "66"), ("Sudland", "66")]), totals([("Norland", "395/6"), ("Sudland", "395/6")])
    ('Both get 66 of their 100 points.', 'Both get 395/6 of their 100 points (65.83).')
    >>> totals([("Norland", "100"), ("Sudland", "90")])
    'Norland gets 100 of its 100 points, Sudland 90.'
    """
    (first, one), (second, other) = each
    if one == other:
        return f"Both get {one} of their 100 points{f' ({float(Fraction(one)):.2f})' if '/' in one else ''}."
    return f"{capital(the(first))} gets {one} of its 100 points, {the(second)} {other}."


def agreed(package: str, depth: int, of: int, ranks: Sequence[tuple[str, int]], others: int) -> str:
    """What is agreed, and how far all fell.

    >>> agreed("“a: 1”", 2, 5, [("Norland", 2), ("Sudland", 1)], 0)
    'Falling back in step, the parties agree at depth two (of five packages) on “a: 1”: it ranks 2 for Norland, \
1 for Sudland.'
    """
    also = f" or {number(others)} other{'s' if others > 1 else ''}" if others else ""
    told = ", ".join(f"{rank} for {the(name)}" for name, rank in ranks)
    return (f"Falling back in step, the parties agree at depth {number(depth)} (of {counted(of, 'package')}) on "
            f"{package}{also}: it ranks {told}.")  # fmt: skip


def impasse(enough: int, sides: int) -> str:
    """That nothing is agreed.

    >>> impasse(2, 2), impasse(2, 3)
    ('Impasse: no package is one that all parties accept.', \
'Impasse: no package is one that two of three parties accept.')
    """
    who = "all parties" if enough == sides else f"{number(enough)} of {number(sides)} parties"
    return f"Impasse: no package is one that {who} accept."
