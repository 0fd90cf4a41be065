"""What a button of the form does to a model: a row goes up, down, away, or comes; grounds; another reading is shown."""

from __future__ import annotations

import tomllib
from collections.abc import Callable

import tomli_w

from hikiwake.desk.models.sheet import CELLS, Row, Sheet, grounds_in, preferences_of, readings_of, sheet_of
from hikiwake.desk.models.writing import comments, written
from hikiwake.errors import CaseError

Chosen = Callable[[str], str]  # what somebody chose: of a list of wishes, a new wish; of "reading", a name


def changed(sheet: Sheet, do: str, chosen: Chosen) -> Sheet:
    """The sheet after a button. Raises ``CaseError`` for a button that no form has."""
    act, _, rest = do.partition(":")
    match act:
        case "up" | "down":
            _moved(sheet, rest, -1 if act == "up" else 1)
        case "drop":
            _dropped(sheet, rest)
        case "add":
            _added(sheet, rest, chosen)
        case "ground" | "unground":
            _grounded(sheet, *rest.partition(":")[::2], put=act == "ground")
        case "own":
            _owned(sheet, rest)
        case "disown":
            sheet.lists.pop(f"wish:{rest}", None)
        case "reading":
            return _read(sheet, written(sheet).text, rest)
        case "branch":
            return _branched(sheet, chosen("reading"))
        case "" | "show" | "find" | "save":
            pass
        case _:
            raise CaseError(f"{do!a}: nothing that this form does")
    return sheet


def _moved(sheet: Sheet, key: str, step: int) -> None:
    name, row = sheet.found(key)
    rows = sheet.lists[name]
    place = rows.index(row)
    to = min(max(place + step, 0), len(rows) - 1)
    rows.insert(to, rows.pop(place))


def _dropped(sheet: Sheet, key: str) -> None:
    """Without a row; with a decision maker its options and wishes go."""
    name, row = sheet.found(key)
    sheet.lists[name].remove(row)
    if name == "maker":
        for sort in ("option", "wish"):
            sheet.lists.pop(f"{sort}:{key}", None)


def _added(sheet: Sheet, name: str, chosen: Chosen) -> None:
    """A new row at the end of a list; a wish says what was chosen for it."""
    sort = name.partition(":")[0]
    if sort not in CELLS or (name not in sheet.lists and sort != "maker"):
        raise CaseError(f"{name!a}: no list of this form")
    row = Row(sheet.new_key(), dict.fromkeys(CELLS[sort], ""))
    if sort == "option":
        row.cells |= {"begin": "N", "end": "N" if any(each.cells["end"] for each in sheet.all_options()) else ""}
    if sort == "wish":
        row.cells["says"] = chosen(name)
    sheet.lists.setdefault(name, []).append(row)
    if sort == "maker":
        sheet.lists |= {f"option:{row.key}": [], f"wish:{row.key}": []}


def _grounded(sheet: Sheet, key: str, entry: str, *, put: bool) -> None:
    _, row = sheet.found(key)
    if "grounds" not in row.cells:
        raise CaseError(f"{key!a}: no row that has grounds")
    kept = [id_ for id_ in grounds_in(row.cells["grounds"]) if id_ != entry]
    row.cells["grounds"] = "; ".join([*kept, entry] if put else kept)


def _owned(sheet: Sheet, key: str) -> None:
    """A reading says of its own what somebody wants: at first the same as the model."""
    name, maker = sheet.found(key)
    if name != "maker":
        raise CaseError(f"{key!a}: no decision maker of this form")
    there = preferences_of(sheet.base, "").get(maker.cells["was"], {})
    model = sheet_of(sheet.head["base"])
    same = next((row for row in model.makers if row.cells["was"] == maker.cells["was"]), None)
    rows = (model.wishes(same) if same and "statements" in there else None) or []
    sheet.lists[f"wish:{key}"] = []
    for row in rows:
        sheet.lists[f"wish:{key}"].append(Row(sheet.new_key(), dict(row.cells)))


def _read(sheet: Sheet, text: str, reading: str) -> Sheet:
    """The sheet of another reading of the same model."""
    return sheet_of(text, reading, **{name: sheet.head[name] for name in ("name", "old", "stood")})


def _branched(sheet: Sheet, name: str) -> Sheet:
    """A new reading, in which everybody wants at first what the model says."""
    if not name or name in readings_of(sheet.base):
        raise CaseError("a new reading needs a name of its own, such as the id of a document")
    text = written(sheet).text
    tables = tomllib.loads(text)
    tables["variants"] = [*tables.get("variants", ()), {"name": name, "preferences": {}}]
    return _read(sheet, f"{comments(text)}{tomli_w.dumps(tables)}", name)
