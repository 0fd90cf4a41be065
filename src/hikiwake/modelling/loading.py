"""Where conflicts are: a file, or a conflict of a case, named ``CASE:NAME``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hikiwake.conflict.files.incoming import text_of_model
from hikiwake.conflict.files.reading import conflict_from
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.dossier import case_folder, load
from hikiwake.dossier.models import ModelFolder
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
    return conflict_from(*text_in_case(name, "conflicts", "a conflict"))


def conflict_file(name: str | Path) -> Path:
    """The file of a conflict: a path, or ``CASE:NAME`` for ``conflicts/NAME.toml`` of a case in a folder.

    Raises ``ModelError`` where there is none, with the conflicts that the case has; ``CaseError`` for an unknown case.
    """
    if Path(name).exists():
        return Path(name)
    case, own = _parted(name, "a conflict")
    place = case_folder(case)
    if place.is_file():
        raise ModelError(f"{case}: a case in one file; its conflicts are no files of their own; unpack it first")
    path = place / "conflicts" / f"{own}.toml"
    if path.parent == place / "conflicts" and path.exists():
        return path
    raise _none(case, own, "conflict", [each.stem for each in path.parent.glob("*.toml")])


def text_in_case(name: str | Path, folder: ModelFolder, kind: str) -> tuple[str, str]:
    """The text of a file, or of ``CASE:NAME``: ``NAME.toml`` in a folder of a case; and what messages call it.

    A case in one file (zip, xlsx, json) has its models as one in a folder has. ``kind`` is what the file holds.
    Raises ``ModelError`` where there is none, with those that the case has; ``CaseError`` for an unknown case.
    """
    if Path(name).exists():
        return text_of_model(Path(name)), str(name)
    case, own = _parted(name, kind)
    place = case_folder(case)
    if place.is_file():
        there = dict(getattr(load(case), folder))
        if own in there:
            return there[own], f"{case}, {folder}/{own}.toml"
        raise _none(case, own, kind.partition(" ")[2], there)
    path = place / folder / f"{own}.toml"
    if path.parent == place / folder and path.exists():
        return text_of_model(path), str(path)
    raise _none(case, own, kind.partition(" ")[2], [each.stem for each in path.parent.glob("*.toml")])


def _parted(name: str | Path, kind: str) -> tuple[str, str]:
    """Case and name of ``CASE:NAME``."""
    case, colon, own = str(name).rpartition(":")
    if not colon:
        raise ModelError(f'no file "{name}"; expected {kind} file, or CASE:NAME for {kind} of a case')
    return case, own


def _none(case: str, own: str, kind: str, there: Iterable[str]) -> ModelError:
    return ModelError(f'no {kind} "{own}" in the case "{case}"{near_or_some(own, sorted(there), QUOTE)}')
