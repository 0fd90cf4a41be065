"""Where conflicts are: a file, or a conflict of a case, named ``CASE:NAME``."""

from __future__ import annotations

from pathlib import Path

from hikiwake.conflict.files.reading import read_conflict
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.dossier import case_folder
from hikiwake.errors import ModelError
from hikiwake.wording.terminal.near import QUOTE, near_or_some


def conflict(name: str | Path) -> Conflict:
    """The conflict in a file, or the conflict ``NAME`` of a case where ``CASE:NAME`` is given.

    Raises ``ModelError`` where there is no such file or the model is incomplete or contradictory, with every fault.

    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> from hikiwake.conflict import write_conflict
    >>> file = Path(mkdtemp()) / "chicken.toml"
    >>> _ = file.write_text('''
    ... [[decision_makers]]
    ... name = "Row"
    ... options = [{ id = "swerve_1", title = "Swerve" }]
    ... [preferences.Row]
    ... statements = [{ says = "swerve_1" }]
    ... ''')
    >>> conflict(file).decision_makers[0].name
    'Row'
    """
    return read_conflict(conflict_file(name))


def conflict_file(name: str | Path) -> Path:
    """The file of a conflict: a path, or ``CASE:NAME`` for ``conflicts/NAME.toml`` of a case.

    Raises ``ModelError`` where there is none, with the conflicts that the case has; ``CaseError`` for an unknown case.
    """
    return file_in_case(name, "conflicts", "a conflict")


def file_in_case(name: str | Path, folder: str, kind: str) -> Path:
    """The file that a path, or ``CASE:NAME`` for ``NAME.toml`` in a folder of a case, means; ``kind``: what it holds.

    Raises ``ModelError`` where there is none, with those that the case has; ``CaseError`` for an unknown case.
    """
    if Path(name).exists():
        return Path(name)
    case, colon, own = str(name).rpartition(":")
    if not colon:
        raise ModelError(f'no file "{name}"; expected {kind} file, or CASE:NAME for {kind} of a case')
    place = case_folder(case) / folder
    path = place / f"{own}.toml"
    if path.parent == place and path.exists():
        return path
    near = near_or_some(own, sorted(path.stem for path in place.glob("*.toml")), QUOTE)
    raise ModelError(f'no {kind.partition(" ")[2]} "{own}" in the case "{case}"{near}')
