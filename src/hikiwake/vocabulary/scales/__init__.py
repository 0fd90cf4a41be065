"""The scales of intensity: how cooperative or hostile an act of a type is, as tables with source and version."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from hikiwake.vocabulary import event_types

SCALES = ("plover", "goldstein", "quad")


@dataclass(frozen=True, slots=True)
class Intensity:
    """A scale: its title, version and source, its ends, and the score of each type and mode ("" for the type's own)."""

    id: str
    title: str
    version: str
    source: str
    least: float
    most: float
    scores: Mapping[tuple[str, str], float] = field(repr=False)

    def score(self, type_: str, mode: str = "") -> float | None:
        """The score of an act; that of its type where the mode has none, and ``None`` for what is no type of act.

        >>> intensity("plover").score("CONSULT", "visit"), intensity("plover").score("CONSULT", "no such mode")
        (4.0, 2.5)
        >>> intensity("quad").score("SANCTION"), intensity("quad").score("") is None
        (-1.0, True)
        """
        return self.scores.get((type_, mode), self.scores.get((type_, "")))


@cache
def intensity(id_: str) -> Intensity:
    """A scale by its id, one of ``SCALES``. Raises ``KeyError`` for another.

    >>> intensity("goldstein").score("REQUEST"), intensity("plover").score("REQUEST")
    (-5.0, 0.0)
    """
    about = tomllib.loads(files(__package__).joinpath("scales.toml").read_text(encoding="utf-8"))[id_]
    return Intensity(id_, **about, scores=_of_quads() if id_ == "quad" else _of_types(id_))


def quad_titles() -> dict[int, str]:
    """What the four quad classes are called.

    >>> quad_titles()[4]
    'material conflict'
    """
    return {int(row["class"]): row["title"] for row in _rows("quad")}


def cameo_weights() -> dict[str, float]:
    """The weight of each root of CAMEO, by its two figures, from ``goldstein.csv``.

    >>> cameo_weights()["17"]
    -7.0
    """
    return {row["code"]: float(row["score"]) for row in _rows("goldstein") if len(row["code"]) == 2}


def _of_types(id_: str) -> dict[tuple[str, str], float]:
    return {(row["type"], row["mode"]): float(row["score"]) for row in _rows(id_) if row["type"]}


def _of_quads() -> dict[tuple[str, str], float]:
    by_class = {int(row["class"]): float(row["score"]) for row in _rows("quad")}
    return {(each.id, ""): by_class[each.quad] for each in event_types().values()}


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8").splitlines()))
