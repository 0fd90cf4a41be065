"""What reading files into a case has done, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hikiwake.wording.phrases import tally

MOST_NAMED = 5
MOST_TOLD = 12


def taken_in(
    case: str,
    new: Sequence[str],
    same: Sequence[str],
    changed: Sequence[str],
    stale: Sequence[str],
    lost: Sequence[str],
    proposed: int,
    merges: int,
    outside: Sequence[str],
    sides: Sequence[str] = (),
    guessed: Sequence[str] = (),
    standing: int = 0,
    recoded: Sequence[str] = (),
    withdrawn: int = 0,
    further: tuple[str, str] = ("", ""),
    **_: object,
) -> Iterator[str]:
    """The lines; what there is none of has none.

    further: where guesses are mended, and what goes through proposals; left out, as on the command line

    >>> print(*taken_in("water", ["a-2019"], [], [], [], [], 12, 0, []), sep="\\n")
    water: 1 document is new (a-2019)
    12 proposals; `hikiwake review water` goes through them
    """
    if outside:
        yield f"{tally(len(outside), 'row')} of {case} changed by other means; taken in: {named(outside)}"
    for documents, word in ((new, "new"), (changed, "changed"), (same, "known already")):
        if documents:
            verb = "is" if len(documents) == 1 else "are"
            yield f"{case}: {tally(len(documents), 'document')} {verb} {word} ({named(documents)})"
    yield from _guesses(guessed, further[0] or f"{case}/documents.toml")
    if sides:
        yield f"the two sides, as most events join them: {' and '.join(sides)}; `dyad` in {case}/case.toml says so"
    if stale:
        yield f"{tally(len(stale), 'proposal')} stale: the words stand no longer in the text"
    if lost:
        yield f"passages of the record whose words stand no longer in the text: {named(lost)}"
    yield from _known_now(case, recoded, withdrawn, standing)
    if merges:
        yield f"{tally(merges, 'merge')} proposed of what may be one act"
    if proposed:
        yield f"{tally(proposed, 'proposal')}; {further[1] or f'`hikiwake review {case}`'} goes through them"
    elif not (new or changed):
        yield "nothing new"


def _guesses(guessed: Sequence[str], where: str) -> Iterator[str]:
    """What documents were taken to be, and where that is mended."""
    yield from (f"  {each}" for each in guessed[:MOST_TOLD])
    if guessed:
        yield f"author, title and date are guessed; mend them in {where} before anything is accepted"


def _known_now(case: str, recoded: Sequence[str], withdrawn: int, standing: int) -> Iterator[str]:
    """What knowing more of the case has changed."""
    if recoded:
        which = f"{tally(len(recoded), 'document')} ({named(recoded)})"
        yield f"{which} coded again with the actors and formulas that {case} has now"
    if withdrawn:
        yield f"{tally(withdrawn, 'proposal')} stale: with these the passage says something else"
    if standing:
        yield f"{tally(standing, 'proposal')} {'stands' if standing == 1 else 'stand'} in {case} already, as accepted"


def named(ids: Sequence[str]) -> str:
    """The first of some ids, and how many more there are.

    >>> named(list("abcdefg"))
    'a, b, c, d, e and 2 more'
    """
    more = len(ids) - MOST_NAMED
    return ", ".join(ids[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def estimated(questions: int, answered: int, tokens: int, cost: float | None) -> str:
    """What a language model would be asked, before it is.

    >>> estimated(12, 2, 40_000, 0.026)
    '12 questions, 2 of them answered already; about 40,000 tokens, about 0.03 by your prices'
    """
    known = f", {answered} of them answered already" if answered else ""
    price = "" if cost is None else f", about {cost:.2f} by your prices"
    return f"{tally(questions, 'question')}{known}; about {tokens:,} tokens{price}"


def known_otherwise(id_: str, name: str, known: str) -> str:
    """A side bears the name of a state that the program knows under another id."""
    return f"{id_}: {name} is known here as {known}; this case calls it {id_}, and so does the coder for it"
