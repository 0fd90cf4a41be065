"""Voices that differ, against the definition itself: every voice held beside every other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hikiwake.comparison.voices import Voice, apart
from hikiwake.periods import Period

YEARS = st.integers(1990, 1996)
SPANS = st.one_of(
    st.none(),
    YEARS.map(lambda year: Period.parse(f"{year}/")),
    st.tuples(YEARS, st.integers(0, 3)).map(lambda each: Period.parse(f"{each[0]}/{each[0] + each[1]}")),
)
VOICES = st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from(["yes", "no", "perhaps"]), SPANS), unique=True)


def differ(one: Voice, other: Voice) -> bool:
    """The definition: another voice, another answer, a time that overlaps; what is of no time is of all."""
    together = one[2] is None or other[2] is None or one[2].overlaps(other[2])
    return one[0] != other[0] and one[1] != other[1] and together


@given(VOICES)
def test_voices_are_apart_that_another_contradicts_at_one_time(voices: list[Voice]) -> None:
    assert list(apart(voices)) == [each for each in voices if any(differ(each, other) for other in voices)]
