"""Two change one row: what the second filled in, beside what the first made of it since it was shown, field by field.

Where only one of them changed a field there is nothing to decide. Where both did, the second sees both and says which
is to stand; until it is saved again nothing is written, and nothing that was typed is lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hikiwake.desk.editing.fields import as_filled
from hikiwake.desk.opened import OpenCase
from hikiwake.dossier.entering.by_hand import cells_there
from hikiwake.dossier.entering.lists import editable
from hikiwake.workbench.by_hand import Wanted, stand_of

Filled = Mapping[str, str]
THEIRS = "theirs"  # the name under which a form says of which fields what stands in the case is to stay


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the form shows: ``said`` in its fields, ``now`` what was changed in the case.

    ``took`` has what the fields said before that are taken over from the case, since whoever typed had left them.
    """

    said: Filled
    now: Filled = field(default_factory=dict)
    took: Filled = field(default_factory=dict)


def met(mine: Filled, theirs: Filled, before: Filled | None) -> Meeting:
    """What was filled in beside what the case has, and beside what was shown where that is known.

    >>> met({"a": "1", "b": "mine"}, {"a": "2", "b": "theirs"}, {"a": "1", "b": "0"})
    Meeting(said={'a': '2', 'b': 'mine'}, now={'a': '2', 'b': 'theirs'}, took={'a': '1'})
    """
    left = {name for name, value in mine.items() if before is not None and before.get(name, "") == value}
    took = {name: mine[name] for name in left if name in theirs and theirs[name] != mine[name]}
    changed = {name: now for name, now in theirs.items() if before is None or before.get(name, "") != now}
    return Meeting({**mine, **{name: theirs[name] for name in took}}, changed, took)


def met_in_case(opened: OpenCase, wanted: Wanted) -> Meeting:
    """What was filled in for a row beside the row as it stands now, and as it was when it was shown."""
    table, there = editable()[wanted.kind], cells_there(opened.dossier, wanted.kind, wanted.id)
    mine = {name: wanted.cells[name] for name in wanted.cells}
    if there is None:
        return Meeting(mine)
    with opened.workbench() as bench:
        lines = bench.history.of(wanted.kind, wanted.id)
    known = (cells for _, change in reversed(lines) for cells in (change.after, change.before) if cells)
    before = next((cells for cells in known if stand_of(cells) == wanted.stood), None)
    return met(mine, as_filled(table, there), None if before is None else as_filled(table, before))


def with_theirs(opened: OpenCase, kind: str, id_: str, mine: Filled, theirs: list[str]) -> Filled:
    """What was filled in, with some fields as they stand in the case."""
    there = cells_there(opened.dossier, kind, id_) if theirs and id_ else None
    stands = as_filled(editable()[kind], there) if there else {}
    return {**mine, **{name: stands[name] for name in theirs if name in stands}}
