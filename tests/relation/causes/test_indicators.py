"""Titles of variables read as kinds of act, and those that are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hikiwake.dossier.case import Variable
from hikiwake.relation.causes.acts import Indicator
from hikiwake.relation.causes.indicators import indicator
from hikiwake.vocabulary import event_types
from hikiwake.vocabulary.indicators import indicators
from tests.synthetic import skerries

SKERRIES = skerries().dossier()


def read(title: str) -> Indicator | None:
    case = replace(SKERRIES.case, variables=(Variable("it", title),))
    return indicator(replace(SKERRIES, case=case), "it")


@pytest.mark.parametrize(
    ("title", "sources", "targets", "mutual"),
    [
        ("Sanctions by Norland on Suderland", {"NOR", "OLD"}, {"SUD"}, False),
        ("Criticism of Norland by Suderland", {"SUD"}, {"NOR", "OLD"}, False),
        ("Criticism of Norland", set(), {"NOR", "OLD"}, False),
        ("Pressure of Tredland on Norland", {"TRD"}, {"NOR", "OLD"}, False),
        ("The threat from Tredland", {"TRD"}, set(), False),
        ("Concessions by Suderland", {"SUD"}, set(), False),
        ("Relations between Norland and Tredland", {"NOR", "OLD"}, {"TRD"}, True),
        ("Cooperation of Norland with Tredland", {"NOR", "OLD"}, {"TRD"}, True),
        ("Contact between the leaders", {"NOR", "OLD"}, {"SUD"}, True),
        ("Talks", {"NOR", "OLD"}, {"SUD"}, True),
    ],
)
def test_who_acts_and_on_whom(title: str, sources: set[str], targets: set[str], mutual: bool) -> None:
    found = read(title)
    assert found is not None
    sides = {frozenset(found.sources), frozenset(found.targets)}
    if mutual:
        assert sides == {frozenset(sources), frozenset(targets)}
    else:
        assert ({*found.sources}, {*found.targets}) == (sources, targets)
    assert found.mutual == mutual


@pytest.mark.parametrize(
    "title",
    [
        "Fear of sanctions", "Memory of the war", "Trust", "The sanctions of 2014", "Sanctions of the West on Norland",
        "Criticism at home of compromise", "Regional cooperation", "Energy cooperation",
        "Membership of Norland in the club",
    ],
)  # fmt: skip
def test_what_is_no_kind_of_act_or_narrower_than_can_be_read_is_not_read(title: str) -> None:
    assert read(title) is None


def test_a_topic_of_the_case_narrows_the_acts() -> None:
    found = read("Security dialogue")
    assert found is not None and found.issues == {"security"}


def test_a_mutual_act_is_no_act_of_one_side() -> None:
    approach, contact = read("Approaches of Norland to Suderland"), read("Talks between Norland and Suderland")
    meeting = replace(SKERRIES.events[0], type="CONSULT", sources=("NOR", "SUD"), targets=("NOR", "SUD"))
    visit = replace(meeting, sources=("NOR",), targets=("SUD",))
    assert approach is not None and contact is not None
    assert (approach.tells(meeting), approach.tells(visit)) == (False, True)
    assert (contact.tells(meeting), contact.tells(visit)) == (True, True)


def test_every_row_of_the_table_names_types_that_there_are() -> None:
    for word, row in indicators().items():
        assert row.acts and row.acts <= {*event_types()} and row.less <= {*event_types()}, word
        assert row.of in ("source", "target", "both")
        assert not row.acts & row.less
