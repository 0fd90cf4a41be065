"""The models of a case: files of TOML in folders of their own, kept as they are written.

``conflicts`` holds graph models, ``packages`` what packages are worth to whom, ``scenarios`` assumptions about a model
or a position, which are no part of the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from hikiwake.dossier.dossier import Dossier

ModelFolder = Literal["conflicts", "packages", "scenarios"]
MODEL_FOLDERS: tuple[ModelFolder, ...] = ("conflicts", "packages", "scenarios")


def model_files(folder: Path) -> tuple[str, ...]:
    """The names of the model files of a case, each with its folder."""
    return tuple(f"{own}/{path.name}" for own in MODEL_FOLDERS for path in sorted((folder / own).glob("*.toml")))


def models_of(dossier: Dossier) -> Iterator[tuple[ModelFolder, str, str]]:
    """Every model of a dossier: its folder, its name and its text."""
    for folder in MODEL_FOLDERS:
        yield from ((folder, name, text) for name, text in getattr(dossier, folder))
