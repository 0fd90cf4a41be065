"""What a ground is too little for: each kind planted in the small dispute, told as a warning and never as a fault."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hikiwake.actors import Actor, Office
from hikiwake.conflict.model.statements import parse
from hikiwake.dossier import Dossier
from hikiwake.modelling.carrying import too_little
from hikiwake.modelling.checking import check_conflicts
from hikiwake.modelling.grounds import Grounds
from hikiwake.periods import Period
from tests.skerries_model import TEXT, modelled

AT = TEXT.splitlines().index('  { says = "insist", grounds = ["position-003"] },') + 1


def with_position(dossier: Dossier, id_: str, **changes: Any) -> Dossier:
    """The small dispute with one of its positions changed."""
    changed = tuple(replace(each, **changes) if each.id == id_ else each for each in dossier.positions)
    return replace(dossier, positions=changed)


def with_actors(dossier: Dossier, *actors: Actor) -> Dossier:
    return replace(dossier, actors=(*dossier.actors, *actors))


CROWD = Actor("SUD/crowd", "public", "SUD")
EARLY = Actor("SUD/early", "person", "SUD", offices=(Office.parse("premier|SUD|1970/1975"),))
PREMIER = Actor("SUD/premier", "person", "SUD", offices=(Office.parse("premier|SUD|1989/1995"),))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"period": Period.parse("1980/1990-01-02")}, '"position-003" only touches 1990-1994'),
        ({"period": Period.parse("1994-12-30/")}, '"position-003" only touches 1990-1994'),
        ({"actor": "SUD/crowd"}, "nobody in it speaks for Suderland then"),
        ({"actor": "SUD/early"}, "nobody in it speaks for Suderland then"),
        ({"kind": "recommended"}, "is advice, which does not say what Suderland wants"),
        ({"kind": "constraint"}, "is a constraint, which does not say what Suderland wants"),
    ],
)
def test_a_position_that_is_too_little_is_warned_of_with_its_line(changes: dict[str, Any], told: str) -> None:
    found = check_conflicts(with_position(with_actors(modelled(), CROWD, EARLY), "position-003", **changes))
    assert found.faults == ()
    (warning,) = found.warnings
    assert told in warning.found
    assert (warning.file, warning.line) == ("conflicts/1990-1994.toml", AT)
    assert warning.column == "preferences.Suderland.statements[1].grounds"


@pytest.mark.parametrize(
    "changes",
    [
        {"actor": "SUD/premier"},
        {"kind": "perceived"},
        {"period": Period.parse("1994")},
        {"period": Period.parse("1900/")},
    ],
)
def test_a_position_that_carries_is_not_warned_of(changes: dict[str, Any]) -> None:
    found = check_conflicts(with_position(with_actors(modelled(), PREMIER), "position-003", **changes))
    assert (found.faults, found.warnings) == ((), ())


@pytest.mark.parametrize("verb", ["studies", "other"])
def test_what_was_only_talked_of_carries_no_statement_alone(verb: str) -> None:
    """Nor do several together; beside a position that wants something it may stand."""
    told = '"position-003" only studies or talks about something, which does not say what Suderland wants'
    (warning,) = check_conflicts(with_position(modelled(), "position-003", verb=verb)).warnings
    assert (warning.found, warning.line) == (told, AT)
    text = TEXT.replace('says = "insist", grounds = [', 'says = "insist", grounds = ["position-002", ')
    dossier = with_position(modelled(text), "position-003", verb=verb)
    assert check_conflicts(dossier).warnings == ()
    found = check_conflicts(with_position(dossier, "position-002", verb=verb)).warnings
    assert '"position-002" and "position-003" only study or talk about something' in found[0].found


@pytest.mark.parametrize("changes", [{"kind": "recommended"}, {"verb": "studies"}])
def test_nothing_is_warned_of_a_statement_that_is_marked_inferred(changes: dict[str, Any]) -> None:
    text = TEXT.replace(
        'grounds = ["position-003"]', 'grounds = ["position-003"], inferred = "advice is taken for a wish"'
    )
    dossier = with_position(modelled(text), "position-003", **changes)
    assert check_conflicts(dossier).warnings == ()


@pytest.mark.parametrize(
    ("happened", "says", "warned"),
    [
        ("occurred", "close", False),
        ("planned", "close", False),
        ("alleged", "close", True),
        ("alleged", "not close", True),
        ("negated", "close", True),
        ("negated", "not close", False),
        ("cancelled", "not close if accept", False),
        ("postponed", "close if accept", True),
        ("negated", "not close or accept", True),
    ],
)
def test_an_act_that_was_not_done_carries_only_what_denies(happened: str, says: str, warned: bool) -> None:
    dossier = modelled()
    act = replace(next(each for each in dossier.events if each.id == "event-strait-closed"), happened=happened)
    rule = Grounds(dossier, "NOR", dossier.era("1990-1994").period)
    assert bool(list(too_little(rule, act, parse(says).tree, "1990-1994"))) == warned


MERGED = """
title = "Nothing matters once the strait is closed"
era = "1990-1994"
status_quo = "NN"
outcome = "NN"
[[decision_makers]]
name = "Norland"
actor = "NOR"
options = [{ id = "close" }]
[[decision_makers]]
name = "Suderland"
actor = "SUD"
options = [{ id = "insist" }]
[[coalesce]]
when = "close"
[preferences.Norland]
statements = [{ says = "close", grounds = ["event-strait-closed"] }]
[preferences.Suderland]
statements = [
  { says = "not close", grounds = ["position-002"] },
  { says = "insist", grounds = ["position-003"] },
]
"""


def test_what_a_merged_state_leaves_open_without_harm_is_warned_of() -> None:
    found = check_conflicts(modelled(MERGED))
    assert found.faults == ()
    (warning,) = found.warnings
    assert (warning.line, warning.column) == (21, "preferences.Suderland.statements[2].says")
    assert '"insist" is true of a part of the merged state Y- only' in warning.found
