"""Why a place is proposed, or why not."""

from __future__ import annotations

import pytest

from hikiwake.coding import explain


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Norway is a cold country.", "no trigger"),
        ("Norway should sign the treaty.", "advice"),
        ("Norway agreed to sign the treaty.", "belongs to what was agreed"),
        ("Norway could attack Sweden.", "only possible"),
        ("If Norway attacked Sweden, all would lose.", "condition"),
        ("Sanctions are a tool.", "bare noun"),
        ("[1] A. Berg, The Attack of Norway on Sweden, vol. 3, pp. 3-4.", "reference"),
        ("Norway sent a minister to sign the treaty.", "purpose"),
    ],
)
def test_why_not(text: str, why: str) -> None:
    """Every sentence without a proposal has its reason."""
    assert any(why in each.why for each in explain("a", text, None, 0, len(text)).reasons)


def test_only_the_place_is_explained() -> None:
    """What stands before and after is left out."""
    text = "Norway attacked Sweden in 1999. Norway should leave Sweden."
    told = explain("a", text, None, 0, 10)
    assert [each.type for each in told.proposals if each.kind == "event"] == ["ASSAULT"]
    assert all(each.end <= 32 for each in told.reasons)
    later = explain("a", text, None, 40, 45)
    assert [each.kind for each in later.proposals] == ["position"]
    assert later.as_rows()[-1]["kind"] == "none"


def test_what_is_too_unsure_says_so() -> None:
    """The setting decides what is too unsure."""
    text = "Norway sent ministers to talk with Sweden in 1999 and a visit followed."
    told = explain("a", text, None, 0, len(text), setting="precision")
    assert any("too unsure" in each.why for each in told.reasons)
