"""A drafted conflict as a file to edit: the conflict itself, and what is open about it as comments.

Nothing here knows a case: names and titles come with the draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hikiwake.conflict.files.toml import as_toml, quoted
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.modelling.drafted_consent import Consent
from hikiwake.wording import grounds as wording

WIDTH = 110


def draft_text(
    conflict: Conflict,
    missing: Mapping[str, Sequence[str]],
    exclusive: Sequence[tuple[str, str]],
    silent: Sequence[str],
    left_out: Sequence[str],
    consents: Sequence[Consent],
    no_wishes: Sequence[str],
    others: Sequence[str],
) -> str:
    """The draft as a conflict file with comments: what to decide, what may exclude what, and what is missing.

    missing: by decision maker the options of which the record does not say whether it wants them
    """
    head, body = _head([option.id for option in conflict.options], silent, left_out, others), as_toml(conflict).rstrip()
    return (
        "\n".join(
            [
                *head,
                "",
                body,
                "",
                *_exclusive(exclusive),
                *_missing(missing),
                *_no_wishes(no_wishes),
                *_consents(consents),
            ]
        )
        + "\n"
    )


def line_of_key(text: str, key: str) -> int:
    """The line (from 1) of a draft on which a key is set, or stands as a comment to be set; 0 where it does not.

    >>> line_of_key('# outcome = "-"\\nstatus_quo = "N"', "outcome"), line_of_key("", "outcome")
    (1, 0)
    """
    begun = (f"{key} = ", f"# {key} = ")
    return next((number for number, line in enumerate(text.splitlines(), 1) if line.startswith(begun)), 0)


def _head(
    options: Sequence[str], silent: Sequence[str], left_out: Sequence[str], others: Sequence[str]
) -> Iterator[str]:
    yield "# A draft made from the record. Read every statement against its grounds; drop, merge and add."
    yield "# Statements stand in order of the strength of their grounds, then of the number of holders; `about` says by"
    yield "# how many places the order is uncertain. To be set by hand: the status quo (here: nothing is done), and the"
    yield "# state with which the era ended, without which `hikiwake check` finds a fault:"
    yield f'# outcome = "{"-" * len(options)}"'
    yield from _wrapped(f"with Y, N or - (not known) for each option in this order: {', '.join(options)}")
    if left_out:
        yield from _wrapped(wording.few_suggest(left_out))
    yield from (f"# {wording.silent(name)}" for name in silent)
    for sentence in others:
        yield from _wrapped(sentence)


def _exclusive(exclusive: Sequence[tuple[str, str]]) -> Iterator[str]:
    if exclusive:
        yield "# Can these be done together? Where they cannot, take away the signs at the beginning of the line."
    for first, second in exclusive:
        yield "# [[infeasible]]"
        yield f'# when = "{first} and {second}"'


def _missing(missing: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if missing:
        yield "# What the record does not say: whether these decision makers want these options."
    for name, options in missing.items():
        yield from _wrapped(f"{name}: {', '.join(options)}")


def _no_wishes(reasons: Sequence[str]) -> Iterator[str]:
    if reasons:
        yield "# Positions on formulas of which no wish is made here:"
    for reason in reasons:
        yield from _wrapped(reason)


def _consents(consents: Sequence[Consent]) -> Iterator[str]:
    if consents:
        yield from _wrapped(wording.give_consent())
    for one in consents:
        yield from _wrapped(one.words)
        yield f"#   options: {{ id = {quoted(one.option)}, title = {quoted(wording.consent(one.title))} }}"
        yield f"#   when = {quoted(one.when)}"
        yield from (f"#   says = {quoted(after)}, for {quoted(before)}" for before, after in one.wishes)


def _wrapped(text: str) -> Iterator[str]:
    from textwrap import wrap

    yield from (f"# {line}" for line in wrap(text, WIDTH))
