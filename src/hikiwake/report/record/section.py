"""The record as the page shows it: its lines, and what each of its facets offers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hikiwake.figures.timeline import MANY
from hikiwake.report.grounds import Grounds
from hikiwake.report.record.lines import KINDS, Line, counted, lines
from hikiwake.report.record.packing import FACETS, packed
from hikiwake.wording import leads
from hikiwake.wording.phrases import capital, happened

TITLES = {
    "kind": "Kind",
    "actor": "Actor",
    "about": "About",
    "document": "Told by",
    "status": "What became of it, or on what evidence",
    "era": "Era",
}
NOUNS = {"event": "events", "position": "positions", "figure": "figures", "survey": "survey cells", "cause": "causes"}
OFFERED = tuple(name for name in FACETS if name != "era")  # the era is chosen for the whole page


@dataclass(frozen=True, slots=True)
class Facet:
    """What the lines can be narrowed by: its word in an address, its title, and its values with their titles."""

    name: str
    title: str
    values: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the record shows."""

    lead: str
    """How many entries there are of each kind."""
    facets: list[Facet]
    """What the lines can be narrowed by, each value with its title."""
    packed: str
    """The lines as JSON for the page's own script."""
    plain: list[Line]
    """The lines for a reader without a script; none for a record of very many."""


def context(grounds: Grounds) -> Context | None:
    """What the record shows, or ``None`` for a case without entries."""
    found = lines(grounds)
    if not found:
        return None
    titles = _titles(grounds)
    return Context(
        lead=leads.record(counted(found)),
        facets=[Facet(name, TITLES[name], _values(name, found, titles[name])) for name in OFFERED],
        packed=packed(found),
        plain=found if len(found) <= MANY else [],
    )


def _titles(grounds: Grounds) -> dict[str, Callable[[str], str]]:
    """How the values of each facet are called."""
    names = grounds.names
    titles = {**names.measures, **names.variables, **names.tables}
    return {
        "kind": lambda kind: capital(NOUNS[kind]),
        "actor": lambda actor: capital(names.actor(actor)),
        "about": lambda id_: titles.get(id_) or names.term(id_),
        "document": lambda index: grounds.labels[int(index)],
        "status": lambda word: happened(word) or word,
    }


def _values(name: str, found: Sequence[Line], title: Callable[[str], str]) -> list[tuple[str, str]]:
    """The values that occur: kinds and documents in their own order, the others by how often they occur."""
    if name == "kind":
        values = [kind for kind in KINDS if any(line.kind == kind for line in found)]
    elif name == "document":
        values = [str(index) for index in sorted({each.document for line in found for each in line.cited})]
    else:
        told = Counter(value for line in found for value in line.facets.get(name, ()))
        values = sorted(told, key=lambda value: (-told[value], title(value).casefold(), value))
    return [(value, title(value)) for value in values]
