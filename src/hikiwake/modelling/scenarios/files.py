"""The scenario file: TOML in ``scenarios/`` of a case, read with every fault at its line, and written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

import tomli_w

from hikiwake.conflict.files.places import line_of
from hikiwake.conflict.model.faults import Place, written
from hikiwake.dossier.folder.faults import Fault, refusal
from hikiwake.modelling.scenarios.scenario import CHANGES, KEYS, SUBJECTS, Assumption, Scenario
from hikiwake.storage.incoming import UnreadError
from hikiwake.storage.toml import toml

MOST = 50  # assumptions of one scenario
LONGEST = {"title": 200, "note": 5_000}  # characters; of all other texts:
LONGEST_TEXT = 1_000
HIGHEST = 1_000  # rank
_TEXTS = ("title", "era", "reading", "model", "note")
_FIELDS = tuple(each.name for each in fields(Assumption))


@dataclass
class Read:
    """A scenario file being read: its text, and the faults found in it."""

    file: str
    text: str
    faults: list[Fault] = field(default_factory=list)

    def fault(self, place: Place, found: object, expected: str = "") -> None:
        """Note a fault at a place."""
        line = line_of(self.text, place) if place else None
        self.faults.append(Fault(self.file, line or 0, written(place), str(found), expected))


def scenario_from(name: str, text: str) -> Scenario:
    """A scenario from the text of its file. Raises ``CaseError`` with every fault.

    >>> text = 'title = "Talks"\\nera = "1990"\\n[[assume]]\\nchange = "take away"\\noption = "ban"'
    >>> scenario_from("talks", text).assume
    (Assumption(change='take away', decision_maker='', says='', rank=0, option='ban', position='', actor='', verb='', \
on=''),)
    """
    scenario, read = examined(name, text)
    if read.faults or scenario is None:
        raise refusal(read.file, read.faults)
    return scenario


def examined(name: str, text: str) -> tuple[Scenario | None, Read]:
    """A scenario, where it can be made, and what was found wrong in its file."""
    read = Read(f"scenarios/{name}.toml", text)
    try:
        root = toml(text)
    except UnreadError as error:
        read.faults.append(Fault.of(read.file, error))
        return None, read
    for key in sorted(root.keys() - {*_TEXTS, "assume"}):
        read.fault((key,), key, f"one of {', '.join((*_TEXTS, 'assume'))}")
    told = {key: _text(read, (key,), root.get(key, ""), LONGEST.get(key, LONGEST_TEXT)) for key in _TEXTS}
    for key in ("title", "era"):
        if key not in root or not told[key].strip():
            read.fault((key,), "nothing" if key not in root else told[key], "some words in quotes")
    assume = _assumptions(read, root.get("assume", []))
    return (None if read.faults else Scenario(name=name, assume=assume, **told)), read


def as_toml(scenario: Scenario) -> str:
    """The text of a scenario file; reading it gives an equal scenario.

    >>> print(as_toml(Scenario("talks", "Talks", "1990", (Assumption("take away", option="ban"),))))
    title = "Talks"
    era = "1990"
    <BLANKLINE>
    [[assume]]
    change = "take away"
    option = "ban"
    <BLANKLINE>
    """
    texts = {key: getattr(scenario, key) for key in _TEXTS if getattr(scenario, key)}
    tables = [{name: getattr(one, name) for name in _FIELDS if getattr(one, name)} for one in scenario.assume]
    return "\n".join([tomli_w.dumps(texts), *(f"[[assume]]\n{tomli_w.dumps(table)}" for table in tables)])


def _text(read: Read, place: Place, value: object, longest: int) -> str:
    if not isinstance(value, str):
        read.fault(place, value, "some words in quotes")
        return ""
    if len(value) > longest:
        read.fault(place, f"{len(value):,} characters", f"at most {longest:,}")
        return ""
    return value


def _assumptions(read: Read, tables: object) -> tuple[Assumption, ...]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        read.fault(("assume",), tables, "an array of tables, [[assume]]")
        return ()
    if not 1 <= len(tables) <= MOST:
        read.fault(("assume",), f"{len(tables)} assumptions", f"1 to {MOST}, each as [[assume]]")
        return ()
    return tuple(_assumption(read, ("assume", number), table) for number, table in enumerate(tables))


def _assumption(read: Read, place: Place, table: Mapping[str, Any]) -> Assumption:
    """One assumption, with a fault for every key that is wrong, missing, or says nothing for such a change."""
    for key in sorted(table.keys() - {*_FIELDS}):
        read.fault((*place, key), key, f"one of {', '.join(_FIELDS)}")
    given: dict[str, Any] = {
        key: _text(read, (*place, key), table[key], LONGEST_TEXT) for key in _FIELDS if key in table and key != "rank"
    }
    rank = table.get("rank", 0)
    if isinstance(rank, bool) or not isinstance(rank, int) or not ("rank" not in table or 1 <= rank <= HIGHEST):
        read.fault((*place, "rank"), rank, f"a whole number from 1 to {HIGHEST:,}")
        rank = 1
    one = Assumption(**{"change": "", **given, "rank": rank})
    _fitting(read, place, one)
    return one


def _fitting(read: Read, place: Place, one: Assumption) -> None:
    """Note where a change is none, or its keys are not those that it has."""
    if one.change not in CHANGES:
        read.fault((*place, "change"), one.change or "nothing", f"one of {', '.join(CHANGES)}")
        return
    needed = KEYS.get((one.change, one.subject))
    if needed is None:
        about = [subject for change, subject in KEYS if change == one.change]
        read.fault((*place, "change"), one.subject or "nothing", f"{one.change} with one of {', '.join(about)}")
        return
    for key in needed:
        if not getattr(one, key):
            read.fault((*place, key), "nothing", f"a value; {one.change} needs {', '.join((one.subject, *needed))}")
    may = {"change", one.subject, *needed, *(("rank",) if one.change == "add" and one.subject == SUBJECTS[0] else ())}
    for key in _FIELDS:
        if getattr(one, key) and key not in may:
            read.fault((*place, key), key, f"only {', '.join((one.subject, *needed))} for this change")
