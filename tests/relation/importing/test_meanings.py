"""What cells mean is asked once for each text, through all parts of a file, and never mixed up between rows."""

from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as some

from hikiwake.relation.importing.meaning.cells import Cells, Numbered
from hikiwake.relation.importing.meaning.looked_up import each, few
from hikiwake.vocabulary.layouts import layout

texts = some.lists(some.one_of(some.none(), some.sampled_from("abcdefgh")), max_size=12)


@given(some.lists(texts, min_size=1, max_size=4))
def test_parts_of_a_column_mean_what_each_text_means_and_are_asked_once(parts: list[list[str | None]]) -> None:
    asked: list[str] = []

    def number(text: str) -> int | None:
        asked.append(text)
        return None if text == "h" else ord(text)

    kind, meant, named = pl.Categorical(pl.Categories.random()), each(number, pl.Int16), few(str.upper)
    for part in parts:
        cells = pl.Series(part, dtype=pl.String).cast(kind)
        assert meant.of(cells).to_list() == [None if text in (None, "h") else ord(text) for text in part]
        assert named.of(cells).to_list() == [text and text.upper() for text in part]
    assert sorted(asked) == sorted({text for part in parts for text in part if text})


def test_a_word_for_missing_and_a_repaired_value_are_seen_in_every_part() -> None:
    form = layout("icews")[0]
    numbered = Numbered(form)
    for country in ("Japan", "NA", "", "Russia"):
        frame = pl.DataFrame({"Source Country": [country, "NA"], "Publisher": ["a", "a"]})
        frame = frame.with_columns(pl.Series("Publisher_repaired", ["b", None]))
        cells = Cells(frame, numbered)
        assert cells["Source Country"].to_list() == [country if country not in ("NA", "") else None, None]
        assert cells["Publisher"].to_list() == ["b", "a"]
        assert len(cells.where(pl.Series([True, False]))) == 1
