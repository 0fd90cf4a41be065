"""The text of a model that a form holds, and where in it each field stands.

The text is what the program writes of any model where the model can be read; else TOML of what was typed, so that
nothing is lost. Comments at the beginning stay. An option or a decision maker that gets another name has it everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import tomli_w

from hikiwake.conflict.files.reading import examined
from hikiwake.conflict.files.toml import as_toml
from hikiwake.conflict.model.statements import is_option_id
from hikiwake.desk.models.sheet import RULES, Row, Sheet, grounds_in, preferences_of

KEYS = dict(zip(RULES, ("infeasible", "coalesce", "forbidden_moves", "settlements"), strict=True))
SAYING = ("says", "when", "from", "to")  # cells that hold statements


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a model, and by the path in it the field that says so: its cell and the key of its row."""

    text: str
    places: Mapping[str, str]


def written(sheet: Sheet) -> Written:
    """The text of a sheet."""
    tables, places = _Tables(sheet).made()
    text = tomli_w.dumps(tables)
    conflict, faults = examined(text)
    return Written(f"{comments(sheet.head['base'])}{text if faults else as_toml(conflict)}", places)


def comments(text: str) -> str:
    """The comments with which a text begins, and an empty line after them; nothing where there are none.

    >>> comments("# One.\\n\\ntitle = 'a'  # two")
    '# One.\\n\\n'
    """
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            break
        lines.append(line)
    told = "\n".join(lines).strip()
    return f"{told}\n\n" if told else ""


def comments_within(text: str) -> int:
    """How many lines of comments stand inside a text; a form does not keep them."""
    rest = text[len(comments(text)) :]
    return sum(bool(re.search(r'(?:^|[\]"}\s])#(?![^"]*"\s*[,}\]])', line)) for line in rest.splitlines())


class _Tables:
    """The tables of a file made from a sheet; ``places`` grows while they are made."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.places: dict[str, str] = {"era": "era", "title": "title", "status_quo": "begin", "outcome": "end"}
        rows = sheet.all_options()
        changed = {row.cells["was"]: row.cells["id"] for row in rows if row.cells["was"] != row.cells["id"]}
        self.options = {was: now for was, now in changed.items() if was and is_option_id(now)}
        makers = {row.cells["was"]: row.cells["name"] for row in sheet.makers if row.cells["name"]}
        self.names = {was: now for was, now in makers.items() if was and was != now}

    def made(self) -> tuple[dict[str, Any], dict[str, str]]:
        sheet, base = self.sheet, self._renamed(self.sheet.base)
        told = {"title": sheet.head["title"], "era": sheet.head["era"], **self._states()}
        root: dict[str, Any] = {key: value for key, value in told.items() if value}
        root["decision_makers"] = [self._maker(number, row) for number, row in enumerate(sheet.makers)]
        for sort in RULES:
            self.places.setdefault(KEYS[sort], sort)
            if rows := [self._rule(sort, number, row) for number, row in enumerate(_filled(sheet.lists[sort]))]:
                root[KEYS[sort]] = rows
        variants = [dict(each) for each in base.get("variants", ()) if isinstance(each, dict)]
        own = base.get("preferences")
        root["preferences"] = own if isinstance(own, dict) and sheet.reading else {}
        if not sheet.reading:
            root["preferences"] = self._preferences("preferences", base)
        for number, each in enumerate(variants):
            if sheet.reading and each.get("name") == sheet.reading:
                each["preferences"] = self._preferences(f"variants[{number + 1}].preferences", base)
        if variants:
            root["variants"] = variants
        rest = {key: value for key, value in base.items() if key not in (*root, *told, *KEYS.values())}
        return {**root, **rest}, self.places

    def _states(self) -> dict[str, str]:
        """The state at the beginning, and at the end where anything is said of it."""
        rows = self.sheet.all_options()
        ends = [row.cells["end"] for row in rows]
        begun = "".join(row.cells["begin"] or "N" for row in rows)
        return {"status_quo": begun, "outcome": "".join(end or "-" for end in ends) if any(ends) else ""}

    def _maker(self, number: int, row: Row) -> dict[str, Any]:
        place = f"decision_makers[{number + 1}]"
        self.places |= {f"{place}.{name}": f"{name}:{row.key}" for name in ("name", "actor")}
        options = []
        for position, each in enumerate(self.sheet.options(row)):
            at = f"{place}.options[{position + 1}]"
            self.places |= {f"{at}.{name}": f"{cell}:{each.key}"
                            for name, cell in (("id", "id"), ("title", "title"), ("one_way", "way"))}  # fmt: skip
            told = {"id": each.cells["id"], "title": each.cells["title"], "one_way": each.cells["way"]}
            options.append({key: value for key, value in told.items() if value or key == "id"})
        actor = {"actor": row.cells["actor"]} if row.cells["actor"] else {}
        self.places[f"preferences.{row.cells['name']}"] = f"name:{row.key}"
        return {"name": row.cells["name"], **actor, "options": options}

    def _preferences(self, place: str, base: Mapping[str, Any]) -> dict[str, Any]:
        """What everybody wants by the reading that is shown; what is no list of statements stays as it was."""
        there = preferences_of(base, self.sheet.reading)
        found: dict[str, Any] = {}
        for row in self.sheet.makers:
            name, rows = row.cells["name"], self.sheet.wishes(row)
            if rows is not None:
                at = f"{place}.{name}.statements"
                found[name] = {"statements": [self._wish(at, n, each) for n, each in enumerate(_filled(rows))]}
            elif "statements" not in there.get(name, {"statements": ()}):
                found[name] = there[name]
        return found

    def _wish(self, at: str, number: int, row: Row) -> dict[str, Any]:
        cells, place = row.cells, f"{at}[{number + 1}]"
        self.places |= {f"{place}.{name}": f"{name}:{row.key}" for name in cells}
        about: Any = int(cells["about"]) if cells["about"].isdecimal() and len(cells["about"]) < 7 else cells["about"]
        told = {"grounds": grounds_in(cells["grounds"]), "about": about, "inferred": cells["inferred"]}
        return {"says": self._said(cells["says"]), **{key: value for key, value in told.items() if value}}

    def _rule(self, sort: str, number: int, row: Row) -> dict[str, Any]:
        place = f"{KEYS[sort]}[{number + 1}]"
        self.places |= {f"{place}.{name}": f"{name}:{row.key}" for name in row.cells}
        return {name: self._said(value) if name in SAYING else value for name, value in row.cells.items()}

    def _said(self, text: str) -> str:
        """A statement with the ids that options have now."""
        if not self.options:
            return text
        return re.sub(r"[^\W\d][\w-]*", lambda word: self.options.get(word[0], word[0]), text)

    def _renamed(self, value: Any, key: str = "") -> Any:
        """What a file says, with the names that options and decision makers have now."""
        if isinstance(value, dict):
            called = self.names if key == "preferences" else self.options if key == "weights" else {}
            return {called.get(name, name): self._renamed(each, name) for name, each in value.items()}
        if isinstance(value, list):
            return [self._renamed(each) for each in value]
        return self._said(value) if key in SAYING and isinstance(value, str) else value


def _filled(rows: list[Row]) -> Iterator[Row]:
    """The rows into which something was typed."""
    return (row for row in rows if not row.empty)
