"""What an entry says by some documents alone, when others fall away."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hikiwake.dossier import Dossier, Event, Formula
from hikiwake.periods import Period
from tests.skerries_model import TEXT, modelled
from tests.synthetic import skerries
from tests.written_later import told

NORTH, SOUTH = "north-1996", "south-1997"


def event(dossier: Dossier, id_: str) -> Event:
    found = dossier.by_id[id_]
    assert isinstance(found, Event)
    return found


def changed(**mention: Any) -> Event:
    """The closing of the strait by the south alone, whose mention says something else."""
    dossier = skerries().dossier()
    closed = event(dossier, "event-strait-closed")
    closed = replace(
        closed, mentions=(closed.mentions[0], replace(closed.mentions[1], **mention)), persons=("NOR/premier",)
    )
    events = tuple(closed if each.id == closed.id else each for each in dossier.events)
    return event(replace(dossier, events=events).from_documents([SOUTH]), closed.id)


def test_an_event_keeps_what_a_mention_that_stays_says_too() -> None:
    kept = changed()
    assert (kept.sources, kept.targets, kept.type) == (("NOR",), ("SUD",), "COERCE")
    assert kept.period == Period.parse("1991-04-04")
    assert kept.summary == "Norland → Suderland: coerces (Security)."
    assert kept.persons == ()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"sources": ("TRD",)}, {"sources": ("TRD",)}),
        ({"sources": ()}, {"sources": ("NOR",)}),  # somebody acted; nobody else is told of
        ({"targets": ()}, {"targets": ()}),
        ({"type": "THREATEN"}, {"type": "THREATEN"}),
        ({"type": ""}, {"type": ""}),
        ({"happened": "cancelled"}, {"happened": "cancelled"}),
        ({"called": "seizure"}, {"summary": "Norland → Suderland: coerces (Security); called “seizure”."}),
    ],
)
def test_an_event_is_told_by_the_mentions_that_stay(said: dict[str, Any], kept: dict[str, Any]) -> None:
    found = changed(**said)
    assert {name: getattr(found, name) for name in kept} == kept


def test_what_every_mention_leaves_open_is_as_in_the_event() -> None:
    dossier = skerries().dossier()
    closed = event(dossier, "event-strait-closed")
    silent = replace(closed, mentions=tuple(replace(each, targets=(), type="") for each in closed.mentions))
    events = tuple(silent if each.id == closed.id else each for each in dossier.events)
    kept = event(replace(dossier, events=events).from_documents([SOUTH]), closed.id)
    assert (kept.targets, kept.type) == (("SUD",), "COERCE")


def test_an_event_with_all_its_mentions_is_as_it_was() -> None:
    dossier = skerries().dossier()
    assert dossier.from_documents([NORTH, SOUTH]).events == dossier.events
    assert event(dossier.from_documents([NORTH]), "event-talks") == event(dossier, "event-talks")


def formula(dossier: Dossier, id_: str) -> Formula:
    found = dossier.by_id[id_]
    assert isinstance(found, Formula)
    return found


def test_a_formula_loses_the_holders_and_the_share_of_what_falls() -> None:
    whole = told(3)
    assert formula(whole, "half").holder == "Institute One; Institute Three"
    early = formula(whole.as_written_by("1996"), "half")
    assert (early.holder, early.share, early.title) == ("Institute One", "", "Half of the Skerries")
    assert formula(whole.from_documents(["third-2001"]), "half").holder == "Institute Three"


def test_a_formula_that_only_later_documents_describe_is_called_what_is_wanted() -> None:
    early = formula(told(3).as_written_by("1996"), "none")
    assert (early.title, early.holder, early.share) == ("Keep what there is", "Institute One", "")
    assert "all" not in told(3).as_written_by("1996").by_id


@pytest.mark.parametrize(
    ("verbs", "title"),
    [
        (("rejects",), "None"),
        (("opposes", "denies", "studies", "conditions", "other"), "None"),
        (("rejects", "demands"), "Words of demands"),
        (("rejects", "accepts"), "Words of accepts"),
        (("accepts", "supports", "proposes"), "Words of proposes"),
        (("opposes", "offers"), "Words of offers"),
        (("accepts", "supports"), "Words of supports"),
    ],
)
def test_a_refusal_never_gives_a_formula_its_title(verbs: tuple[str, ...], title: str) -> None:
    """The words of a refusal say the contrary of what is refused; where nobody wants it, its id says what it is."""
    whole = told(3)
    wanted = next(each for each in whole.positions if each.id == "position-none")
    positions = tuple(replace(wanted, id=f"p-{verb}", verb=verb, stance=f"Words of {verb}.") for verb in verbs)
    early = formula(replace(whole, positions=positions).as_written_by("1996"), "none")
    assert (early.title, early.includes, early.passages) == (title, title, wanted.passages)


def test_an_id_of_several_words_is_written_in_words() -> None:
    whole = told(3)
    no = replace(next(each for each in whole.positions if each.id == "position-none"), verb="rejects", on="a_swap-of")
    one = replace(formula(whole, "none"), id="a_swap-of")
    formulas = tuple(one if each.id == "none" else each for each in whole.formulas)
    early = replace(whole, formulas=formulas, positions=(no,)).as_written_by("1996")
    assert formula(early, "a_swap-of").title == "A swap of"


def test_eras_and_scales_are_those_of_then() -> None:
    then = told(3).as_written_by("1996").case
    assert [era.id for era in then.eras] == ["1990-1994", "1995-"]
    assert then.scales[0].order == (("half",), ("none",))
    nothing = told(3).as_written_by("1980")
    assert (nothing.case.scales, nothing.case.eras, nothing.conflicts, list(nothing.entries)) == ((), (), (), [])


def test_a_day_after_the_last_document_changes_nothing() -> None:
    whole = modelled()
    assert whole.as_written_by("1997-06-01") == whole
    assert told(3).as_written_by("2001") == told(3)


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        (TEXT, True),
        (TEXT.replace('"position-003"', '"position-003", "position-002"'), True),
        (TEXT.replace('"position-002"', '"position-003"'), False),  # nothing of what Suderland wants is left
        (TEXT.replace('"1990-1994"', '"1995-"'), True),
        (TEXT.replace('"1990-1994"', '"2005-"'), False),
        ("= no model", True),  # it stays, for the check to tell
        ("preferences = 3", False),
        ('era = "1990-1994"\npreferences = 3', True),
    ],
)
def test_a_model_stands_while_every_decision_maker_wants_something(text: str, stands: bool) -> None:
    assert bool(modelled(text).as_written_by("1996").conflicts) == stands


def test_a_position_lasts_no_longer_than_its_documents_knew() -> None:
    dossier = skerries().dossier()
    assert dossier.lasting(dossier.positions[3]).end == Period.parse("1997-06-01").end
    assert [each.id for each in dossier.select(period="1997-07/").positions] == []
    assert dossier.lasting(dossier.positions[0]) == dossier.positions[0].period


def test_what_is_known_on_a_day_does_not_hang_on_the_days_asked_before() -> None:
    """The frame of a case is looked through once for all days; each day has what it would have alone."""
    asked = skerries().dossier()
    days = [document.written.last for document in asked.documents]
    one_after_another = [asked.as_written_by(day) for day in (*days, *reversed(days))]
    alone = [skerries().dossier().as_written_by(day) for day in (*days, *reversed(days))]
    assert one_after_another == alone
    assert len({each.documents for each in alone}) == len(days)
