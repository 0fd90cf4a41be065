"""A coded stretch of a text as a proposal: by the rule of its code, else as a reading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from hikiwake.dossier import Dossier
from hikiwake.exports.qualitative.of_dossier import QUESTIONS
from hikiwake.taking.mapping import SKIP, Rule
from hikiwake.workbench import Proposal, Span

SURE = 0.5  # another program does not say how sure its coder was
LONGEST = 5_000  # characters of a memo that are kept
OUTERMOST = "coding"  # the question of a code that is part of no other
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Coded:
    """A stretch with one code: the names of the codes it is part of and its own, by whom, and what was noted.

    known: whether the case holds it already
    """

    span: Span
    path: tuple[str, ...]
    user: str
    memo: str = ""
    described: str = ""
    known: bool = False


def proposal_of(coded: Coded, rules: Mapping[str, Rule], dossier: Dossier, file: str) -> Proposal | None:
    """What a coded stretch becomes; nothing where a rule says that its code is not taken."""
    rule = rules.get("/".join(coded.path)) or rules.get(coded.path[-1]) or Rule("reading", _reading(coded, dossier))
    if rule.kind == SKIP:
        return None
    cells = dict(rule.cells)
    if rule.kind == "reading":
        cells = {**dict(_reading(coded, dossier)), **cells}
    why: tuple[tuple[str, str], ...] = (
        ("code", _clean(" / ".join(coded.path))),
        ("coder", _clean(coded.user)),
        ("file", file),
    )
    why += (("memo", _clean(coded.memo)[:LONGEST]),) if coded.memo else ()
    if rule.kind != "event":
        return Proposal(rule.kind, (coded.span,), cells=tuple(cells.items()), confidence=SURE, why=why)
    types = ((cells.pop("type"), 1.0),) if "type" in cells else ()
    sides = (tuple(_listed(cells.pop(name, ""))) for name in ("sources", "targets"))
    sources, targets = sides
    happened = cells.pop("happened", "")
    return Proposal("event", (coded.span,), types, "", sources, targets, None, happened, "", SURE,
                    tuple(cells.items()), why)  # fmt: skip


def _reading(coded: Coded, dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """The cells of a reading: the question is what the code is part of, the side the code itself."""
    *outer, name = map(_clean, coded.path)
    if len(outer) == 2 and outer[0] == QUESTIONS and outer[1] in {each.id for each in dossier.case.questions}:
        alike = (each.answer for each in dossier.readings if (each.question, each.side) == (outer[1], name))
        return (("question", outer[1]), ("side", name), ("answer", next(alike, _answer(coded, name))))
    question = "-".join(filter(None, map(_slug, outer))) or OUTERMOST
    wording = " / ".join(outer) or OUTERMOST.capitalize()
    return (
        ("question", question),
        ("wording", wording),
        ("side", _slug(name) or name),
        ("answer", _answer(coded, name)),
    )


def _answer(coded: Coded, name: str) -> str:
    said = _clean(coded.memo) or _clean(coded.described) or name
    return " ".join(said.split())[:LONGEST]


def _slug(name: str) -> str:
    return "-".join(re.findall(r"\w+", name.casefold()))[:80]


def _clean(text: str) -> str:
    return _CONTROL.sub("\ufffd", text)


def _listed(cell: str) -> list[str]:
    return [each.strip() for each in cell.split(";") if each.strip()]
