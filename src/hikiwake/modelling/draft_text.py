"""A drafted conflict as a file to edit: the conflict itself, and what is open about it as comments.

Nothing here knows a case: names and titles come with the draft.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hikiwake.conflict.files.toml import as_toml

if TYPE_CHECKING:
    from hikiwake.modelling.drafting import Draft

WIDTH = 110


def draft_text(draft: Draft) -> str:
    """The draft as a conflict file with comments: what to decide, what may exclude what, and what is missing."""
    return (
        "\n".join([*_head(draft), "", as_toml(draft.conflict).rstrip(), "", *_exclusive(draft), *_missing(draft)])
        + "\n"
    )


def _head(draft: Draft) -> Iterator[str]:
    yield "# A draft made from the record. Read every statement against its grounds; drop, merge and add."
    yield "# Statements stand in order of the strength of their grounds, then of the number of holders; `about` says by"
    yield "# how many places the order is uncertain. To be set by hand: the status quo (here: nothing is done), and"
    yield f'# outcome = "{"-" * len(draft.conflict.options)}"'
    if draft.left_out:
        yield from _wrapped(f"Left out, for few entries suggest them: {', '.join(draft.left_out)}")
    for name in draft.silent:
        yield f"# The record is too thin: it does not say what {name} wants of anything that others can do."


def _exclusive(draft: Draft) -> Iterator[str]:
    if draft.exclusive:
        yield "# Can these be done together? Where they cannot, take away the signs at the beginning of the line."
    for first, second in draft.exclusive:
        yield "# [[infeasible]]"
        yield f'# when = "{first} and {second}"'


def _missing(draft: Draft) -> Iterator[str]:
    if draft.missing:
        yield "# What the record does not say: whether these decision makers want these options."
    options: dict[str, list[str]] = defaultdict(list)
    for one in draft.missing:
        options[one.decision_maker].append(one.option)
    for name, ids in options.items():
        yield from _wrapped(f"{name}: {', '.join(ids)}")


def _wrapped(text: str) -> Iterator[str]:
    from textwrap import wrap

    yield from (f"# {line}" for line in wrap(text, WIDTH))
