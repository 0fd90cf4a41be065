"""What the desk says of packages under assumptions."""

from __future__ import annotations

from hikiwake.wording.phrases import counted, number


def zone(inside: int, of: int, sure: int, possible: int) -> str:
    """How many packages all accept by the file.

    >>> zone(3, 8, 1, 6)
    'By the file, with the middle of every interval, all parties accept three of eight packages; inside the intervals \
at least one and at most six.'
    """
    return f"By the file{_accept(inside, of, sure, possible)}"


def assumed(inside: int, of: int, sure: int, possible: int) -> str:
    """The same under what is assumed.

    >>> assumed(0, 8, 0, 0)
    'As assumed all parties accept none of eight packages.'
    """
    return f"As assumed{_accept(inside, of, sure, possible)}"


def _accept(inside: int, of: int, sure: int, possible: int) -> str:
    said = f"all parties accept {number(inside) if inside else 'none'} of {counted(of, 'package')}"
    if sure == possible:
        return f" {said}."
    bounds = f"at least {number(sure) if sure else 'none'} and at most {number(possible)}"
    return f", with the middle of every interval, {said}; inside the intervals {bounds}."


def too_many(packages: int) -> str:
    """That there are too many packages, or none, to answer at once.

    >>> too_many(0)
    'its issues have no alternatives, so that there are no packages; nothing can be assumed here'
    """
    if not packages:
        return "its issues have no alternatives, so that there are no packages; nothing can be assumed here"
    return f"{packages:,} packages are too many to answer at once; `hikiwake packages` answers them"
