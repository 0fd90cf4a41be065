"""Scales and the acts that are scored on them: which events count, once, and never on two scales."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hikiwake.dossier import Dossier
from hikiwake.errors import HikiwakeError
from hikiwake.relation.scales import acts_between, one_scale
from hikiwake.vocabulary import event_types
from hikiwake.vocabulary.scales import SCALES, cameo_weights, intensity, quad_titles
from tests.relation.planted_series import record


def ids(dossier: Dossier, *, directed: bool = False, pair: tuple[str, str] = ("NOR", "SUD")) -> list[str]:
    found = acts_between(dossier, dossier.dyad(*pair), intensity("plover"), directed=directed)
    return [act.id for act in found]


@pytest.mark.parametrize("scale", SCALES)
def test_every_type_has_a_score_on_every_scale(scale: str) -> None:
    found = intensity(scale)
    scores = {type_: found.score(type_) for type_ in event_types()}
    assert None not in scores.values()
    assert all(found.least <= (score or 0) <= found.most for score in scores.values())


@pytest.mark.parametrize("scale", SCALES)
def test_cooperation_scores_above_conflict(scale: str) -> None:
    for type_ in event_types().values():
        score = intensity(scale).score(type_.id) or 0.0
        assert score > 0 if type_.quad <= 2 else score <= 0


def test_every_mode_of_a_table_belongs_to_its_type() -> None:
    listed = {(type_.id, mode) for type_ in event_types().values() for mode in type_.modes}
    missing = {pair for pair in intensity("plover").scores if pair[1] and pair not in listed}
    assert missing == {("ASSAULT", "sexual"), ("ASSAULT", "suicide-attack")}  # the record has no use for them


def test_a_scale_names_its_source_and_version() -> None:
    assert all(intensity(scale).source and intensity(scale).version for scale in SCALES)
    assert list(quad_titles()) == [1, 2, 3, 4]
    assert len(cameo_weights()) == 20


def test_an_unknown_scale_is_refused() -> None:
    with pytest.raises(KeyError):
        intensity("polity")


def test_two_scales_are_never_mixed() -> None:
    dossier = record([("1990", "SUPPORT", "one"), ("1991", "ACCUSE", "one")])
    first, second = acts_between(dossier, dossier.dyad("NOR", "SUD"), intensity("plover"))
    other = acts_between(dossier, dossier.dyad("NOR", "SUD"), intensity("goldstein"))[1]
    assert one_scale([first, second]) == "plover"
    with pytest.raises(HikiwakeError, match="goldstein, plover"):
        one_scale([first, other])


def test_a_merged_event_is_one_act_however_many_tell_it() -> None:
    assert ids(record([("1990", "SUPPORT", "one two three")])) == ["act-001"]


@pytest.mark.parametrize(
    ("happened", "counts"), [("occurred", True), ("ongoing", True), ("planned", False), ("negated", False)]
)
def test_only_what_was_done_counts(happened: str, counts: bool) -> None:
    assert bool(ids(record([("1990", "SUPPORT", "one")], happened=happened))) == counts


def test_what_is_no_act_between_parties_does_not_count() -> None:
    assert ids(record([("1990", "", "one")])) == []


def test_an_event_is_left_out_where_its_parts_count() -> None:
    dossier = record([("1990/1995", "CONSULT", "one"), ("1991", "CONSULT", "one"), ("1990/1995", "ACCUSE", "one")])
    whole, part, other = dossier.events
    joined = replace(dossier, events=(whole, replace(part, series=whole.id), other))
    assert ids(joined) == ["act-003", "act-002"]
    unscored = replace(dossier, events=(whole, replace(part, series=whole.id, type=""), other))
    assert ids(unscored) == ["act-001", "act-003"]


def test_a_directed_dyad_has_one_way_and_predecessors_count() -> None:
    forward = record([("1990", "SUPPORT", "one")], sources=("OLD",), targets=("SUD",))
    assert ids(forward, directed=True) == ids(forward) == ["act-001"]
    assert ids(forward, directed=True, pair=("SUD", "NOR")) == []
    mutual = record([("1990", "SUPPORT", "one")], sources=("NOR", "SUD"), targets=("SUD", "NOR"))
    assert ids(mutual, directed=True) == ids(mutual, directed=True, pair=("SUD", "NOR")) == ["act-001"]
    assert ids(record([("1990", "SUPPORT", "one")], targets=("TRD",))) == []


def test_an_act_that_goes_on_ends_where_its_documents_were_written() -> None:
    dossier = record([("1990/", "SUPPORT", "one two")], happened="ongoing")
    (act,) = acts_between(dossier, dossier.dyad("NOR", "SUD"), intensity("plover"))
    assert act.period.last.isoformat() == "2010-12-31"
