"""Entries of a dossier made in Python that name no passage are compared like all others."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import hikiwake as hw
from hikiwake.dossier.scrutiny.times import outlasting
from hikiwake.periods import Period
from tests.synthetic import skerries

BARE = ("claims", "readings", "positions", "drivers")


@pytest.mark.parametrize("kind", BARE)
@pytest.mark.parametrize("kept", [0, 1])
def test_disagreements_are_found(kind: str, kept: int) -> None:
    whole = skerries().dossier()
    entries = getattr(whole, kind)
    bare = [replace(entry, passages=()) for entry in entries[kept:]]
    given: dict[str, Any] = {kind: (*entries[:kept], *bare)}
    dossier = replace(whole, **given)
    assert all(dossier.document_of(entry) == "" for entry in bare)
    assert {each.kind for each in hw.disagreements(dossier)} <= {each.kind for each in hw.disagreements(whole)}


def test_a_position_without_passages_outlasts_no_document() -> None:
    whole = skerries().dossier()
    late = [replace(each, period=Period.parse("2090/2095")) for each in whole.positions]
    dossier = replace(whole, positions=(replace(late[0], passages=()), *late[1:]))
    assert {remark.id for remark in outlasting(dossier)} == {each.id for each in late[1:]}


def test_a_position_without_passages_is_known_for_the_time_that_it_claims() -> None:
    whole = skerries().dossier()
    bare = tuple(replace(each, passages=()) for each in whole.positions)
    dossier = replace(whole, positions=bare)
    assert [dossier.lasting(each) for each in bare] == [each.period for each in bare]
    assert [each.id for each in dossier.select(period="1890/").positions] == [
        each.id for each in bare if each.period.last.year >= 1890
    ]
