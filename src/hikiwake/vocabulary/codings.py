"""How data sets code acts and actors: codes of CAMEO, numbers of the Correlates of War, other names of states."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A code of CAMEO: its title, Goldstein's weight, and the PLOVER type that it leads to, or nothing."""

    code: str
    title: str
    weight: float
    type: str


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()))


@cache
def cameo_codes() -> dict[str, CameoCode]:
    """The codes of CAMEO.

    >>> cameo_codes()["036"].type
    'AGREE'
    """
    rows = _rows("cameo.csv")
    return {r["code"]: CameoCode(r["code"], r["title"], float(r["goldstein"]), r["type"]) for r in rows}


@cache
def cameo_code_titled() -> dict[str, str]:
    """The codes of CAMEO by their titles in small letters; of a root and its first code the code.

    >>> cameo_code_titled()["consult"]
    '040'
    """
    return {each.title.casefold(): each.code for each in cameo_codes().values()}


@cache
def cow_states() -> dict[str, tuple[tuple[int, int, str], ...]]:
    """The state of each number of the Correlates of War: first and last year, and its id here.

    >>> cow_states()["365"], [state for _, _, state in cow_states()["255"]]
    (((0, 9999, 'RUS'),), ['PRU', 'DEU'])
    """
    found: dict[str, tuple[tuple[int, int, str], ...]] = {}
    for row in _rows("cow.csv"):
        lasting = (int(row["first"] or 0), int(row["last"] or 9999), row["code"])
        found[row["ccode"]] = (*found.get(row["ccode"], ()), lasting)
    return found


@cache
def data_names() -> dict[str, str]:
    """The state or body of a name, or of a code of three letters, as data sets write it: ``data_names.csv``.

    >>> data_names()["occupied palestinian territory"]
    'PSE'
    """
    return {name.casefold(): row["code"] for row in _rows("data_names.csv") for name in row["names"].split(";")}
