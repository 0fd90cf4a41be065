"""Which voices differ for one time: what counting finds is what the definition says."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hikiwake.comparison.voices import Voice, apart
from hikiwake.periods import Period

FIRST = date(1990, 1, 1)
DAYS = st.tuples(st.integers(0, 12), st.integers(0, 4)).map(
    lambda each: Period(FIRST + timedelta(each[0]), FIRST + timedelta(sum(each)))
)
ON = st.integers(0, 12).map(lambda day: Period(FIRST + timedelta(day), None))
VOICES = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz"), st.none() | DAYS | ON), unique=True, max_size=12
)


def of_one_time(one: Period | None, other: Period | None) -> bool:
    """What is of no time in particular is of all."""
    return one is None or other is None or one.overlaps(other)


@given(VOICES)
def test_voices_that_differ_are_those_of_the_definition(voices: list[Voice]) -> None:
    """Another name, another answer, and times that overlap; none in particular overlaps all."""
    wanted = [
        one
        for one in voices
        if any(one[0] != other[0] and one[1] != other[1] and of_one_time(one[2], other[2]) for other in voices)
    ]
    assert list(apart(voices)) == wanted
