"""What a proposal says, and what a decision did, in one line: so that who takes it back knows what goes with it."""

from __future__ import annotations

import re

from hikiwake.dossier.entering.lists import TERMS, editable
from hikiwake.dossier.folder.tables import tables
from hikiwake.wording.desk.editing import singular
from hikiwake.wording.entering.decisions import decision
from hikiwake.workbench.accepting import TABLES
from hikiwake.workbench.commands import OUTSIDE, Command, Turn
from hikiwake.workbench.proposal import Proposal

SAYS = {
    "event": ("summary",),
    "claim": ("summary", "subject"),
    "reading": ("answer",),
    "position": ("stance", "actor"),
    "driver": ("cause",),
}
SAID = ("summary", "answer", "stance", "title", "wording", "reason", "cause", "text")  # columns that say what a row is

_TITLE = re.compile(r'^title *= *"([^"\n]+)"', re.MULTILINE)


def what_of(proposal: Proposal) -> str:
    """What a proposal says, in one line.

    >>> from hikiwake.workbench import Span
    >>> what_of(Proposal("event", (Span("a", 0, 9),), types=(("AGREE", 1.0),), sources=("EGY",), targets=("ETH",)))
    'AGREE EGY → ETH'
    """
    if proposal.kind != "event":
        return "; ".join(value for value in dict(proposal.cells).values() if value)
    sides = " → ".join(
        [", ".join(proposal.sources) or "?", *([", ".join(proposal.targets)] if proposal.targets else [])]
    )
    how = "" if proposal.happened in ("", "occurred") else f" ({proposal.happened})"
    cells = "".join(f"; {name}: {value}" for name, value in proposal.cells if value)
    return f"{proposal.type or 'an act'} {sides}{how}{cells}"


def told(line: Command) -> str:
    """What a decision did: to how many proposals of which kind, and the first of them in its own words."""
    if line.rows and not line.turns and line.state != OUTSIDE:
        return _by_hand(line)
    decided = [turn for turn in line.turns if turn.before.status == "open"] or list(line.turns)
    plain = [turn for turn in decided if turn.after.proposal.kind != "merge"] or decided
    return decision(line.what, [turn.after.proposal.kind for turn in plain], _words(line, plain[0]) if plain else "")


def _by_hand(line: Command) -> str:
    """What was done to rows without a proposal: of a passage or mention only where there is nothing else."""
    plain = [each for each in line.rows if each.kind not in ("passages", "mentions", "actors", *TERMS)] or line.rows
    row = dict(zip(headers_of(plain[0].kind), plain[0].after or plain[0].before or (), strict=False))
    said = next(filter(None, (row.get(name, "") for name in SAID)), plain[0].id)
    if "text" in row and row["text"] == said:
        said = title_in(said) or plain[0].id
    return decision(line.what, [singular(each.kind) for each in plain], said)


def title_in(text: str) -> str:
    """What a model, a scenario or an analysis that is written as a text is called; empty where it does not say.

    >>> title_in('[[analyses]]\\nid = "why"\\ntitle = "Why did it fail?"')
    'Why did it fail?'
    """
    found = _TITLE.search(text)
    return found[1] if found else ""


def headers_of(kind: str) -> tuple[str, ...]:
    """What the cells of a row are called; of what is written as a text there is one."""
    table = editable().get(kind)
    return tuple(header for column in table.columns for header in column.codec.headers) if table else ("text",)


def _words(line: Command, turn: Turn) -> str:
    """What the entry says that a proposal became; where it became none, the proposal."""
    proposal = turn.after.proposal
    table = {**TABLES, "event": "events"}.get(proposal.kind, "")
    cells = next(
        (
            change.after or change.before
            for change in line.rows
            if (change.kind, change.id) == (table, turn.after.entry)
        ),
        None,
    )
    row = dict(zip(tables()[table].headers, cells, strict=False)) if cells else {}
    said = ({**dict(proposal.cells), **row}.get(column, "") for column in SAYS.get(proposal.kind, ()))
    return next(filter(None, said), "") or what_of(proposal)
