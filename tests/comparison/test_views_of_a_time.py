"""Which voices differ for one time: what the sweep over the times finds is what the definition says."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hikiwake.comparison.clashes_of_views import _apart, _of_one_time
from hikiwake.periods import Period

DAYS = st.tuples(st.integers(0, 12), st.integers(0, 4)).map(
    lambda each: Period(date(1990, 1, 1) + timedelta(each[0]), date(1990, 1, 1) + timedelta(sum(each)))
)
VOICES = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz"), st.none() | DAYS), unique=True, max_size=12
)


@given(VOICES)
def test_voices_that_differ_are_those_of_the_definition(voices: list[tuple[str, str, Period | None]]) -> None:
    """Another name, another answer, and times that overlap; none in particular overlaps all."""
    wanted = [
        one
        for one in voices
        if any(one[0] != other[0] and one[1] != other[1] and _of_one_time(one[2], other[2]) for other in voices)
    ]
    assert _apart(voices) == wanted
