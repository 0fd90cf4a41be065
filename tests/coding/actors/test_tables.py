"""The tables of actors agree with themselves."""

from __future__ import annotations

from collections import Counter

import pytest

from hikiwake.vocabulary.actors import OfficeRow, actor_families, actor_rows, office_rows


def test_each_actor_stands_once_and_ends_after_it_began() -> None:
    """Ids are used once; a state's last year is not before its first."""
    assert not [id_ for id_, count in Counter(row.id for row in actor_rows()).items() if count > 1]
    assert all(row.last is None or row.first <= row.last for row in actor_rows())


def test_successors_and_offices_point_to_actors() -> None:
    """Whom a state succeeds, and whose an office is, stands in the tables."""
    ids = {row.id for row in actor_rows()}
    assert {row.succeeds for row in actor_rows() if row.succeeds} <= ids
    assert {row.actor for row in office_rows()} <= ids


@pytest.mark.parametrize("row", office_rows(), ids=lambda row: f"{row.names[0]} {row.first.year}")
def test_an_office_lies_within_its_state(row: OfficeRow) -> None:
    """It ends after it began, and was held while the actor was."""
    actor = next(each for each in actor_rows() if each.id == row.actor)
    assert row.last is None or row.first < row.last
    assert actor.first <= row.first and (actor.last is None or row.first <= actor.last)


def test_a_name_is_of_one_family_only() -> None:
    """So search never takes one state for another that had its capital."""
    counted = Counter(name for family in actor_families() for name in {word.casefold() for word in family})
    assert not [name for name, count in counted.items() if count > 1]
