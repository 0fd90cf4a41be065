"""Krippendorff's alpha gives what its author publishes, and compares what two coders say of the same sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hikiwake.errors import CaseError
from hikiwake.workbench.reviewing.agreeing import agreement
from hikiwake.workbench.reviewing.alpha import alpha, jaccard
from tests.workbench.conftest import Bench, agreed, refused


def test_published_examples() -> None:
    """Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", examples A (page 3) and B (page 4)."""
    binary = list(zip([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0], strict=True))
    assert alpha(binary) == pytest.approx(0.095, abs=0.0005)
    nominal = list(zip("aabbdcccedda", "babbbcccEddd".lower(), strict=True))
    assert alpha(nominal) == pytest.approx(0.692, abs=0.0005)


@pytest.mark.parametrize(("pairs", "expected"), [([(1, 1)] * 5, None), ([], None), ([(0, 1), (1, 0)] * 50, -0.99)])
def test_where_nothing_or_everything_differs(pairs: list[tuple[int, int]], expected: float | None) -> None:
    found = alpha(pairs)
    assert found == expected if expected is None else found == pytest.approx(expected, abs=0.001)


def test_sets_differ_by_what_they_do_not_share() -> None:
    assert jaccard(frozenset(), frozenset()) == 0
    assert jaccard(frozenset("a"), frozenset("b")) == 1


def test_two_coders_of_one_document(bench: Bench) -> None:
    other = [replace(agreed(), types=(("CONSULT", 1.0),)), replace(refused(), happened="planned")]
    bench.workbench.propose(other, "second")
    told = {each.variable: each for each in agreement(bench.workbench, "rules", "second")}
    assert (told["spans"].alpha, told["spans"].units) == (1.0, 4)
    assert (told["actors"].alpha, told["actors"].units) == (None, 2)  # all name the same two
    assert told["type"].units == 2
    assert (told["type"].alpha or 0) < 0.5
    bench.workbench.accept([agreed().id], who="one")
    bench.workbench.accept([other[0].id], who="two")
    assert {each.variable: each.units for each in agreement(bench.workbench, "one", "two")}["type"] == 1


def test_a_name_of_nobody_is_told_with_those_there_are(bench: Bench) -> None:
    with pytest.raises(CaseError, match="there are rules"):
        agreement(bench.workbench, "rules", "nobody")
