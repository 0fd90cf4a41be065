"""The pictures of the README and the manual are those that the program makes now."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest

from hikiwake.figures import style
from tools import pictures, png

ROOT = Path(__file__).resolve().parent.parent
LARGEST = 200_000
ANEW = "the picture shows an earlier state: run tools/pictures.py"


def test_the_chart_of_the_gap_is_the_one_of_now() -> None:
    assert pictures.GAP.read_text(encoding="utf-8") == pictures.gap(), ANEW


def test_the_picture_of_the_first_screen_is_made_of_what_it_shows_now() -> None:
    assert pictures.made_of() == pictures.digest(), ANEW


def test_the_picture_of_the_first_screen_is_small_and_light() -> None:
    picture = pictures.SCREEN.read_bytes()
    header = dict(png.chunks(picture))[b"IHDR"]
    assert struct.unpack(">II", header[:8]) == (pictures.WIDTH, pictures.HEIGHT)
    assert len(picture) < LARGEST
    assert min(dict(png.chunks(picture))[b"PLTE"][:3]) > 240  # the colour that it has most of


def test_another_answer_or_another_look_of_it_is_another_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = '<p class="headline">In no era.</p>'
    before = [*pictures.rules(shown)]
    assert any(rule.startswith(".headline {") for rule in before)
    sheet = style()
    monkeypatch.setattr(pictures, "style", lambda: sheet + ".headline { color: red; } .headline:hover { color: blue; }")
    assert [*pictures.rules(shown)] != before
    monkeypatch.setattr(pictures, "style", lambda: sheet + ".elsewhere .headline { color: red; }")
    assert [*pictures.rules(shown)] == before
    monkeypatch.setattr(pictures, "style", lambda: sheet + "@media print { .headline { color: red; } }")
    assert [*pictures.rules(shown)] == before


@pytest.mark.parametrize("page", ["README.md", "docs/manual/README.md"])
def test_a_picture_has_words_for_those_who_do_not_see_it(page: str) -> None:
    shown = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    assert shown
    for words, _ in shown:
        assert len(words.split()) > 5


def filtered(seen: png.Bytes, kind: int) -> bytes:
    """A picture of which every row went through one filter, written as the specification has it."""
    height, width = seen.shape[:2]
    rows = seen.reshape(height, 3 * width).astype(int)
    told = bytearray()
    for y in range(height):
        told.append(kind)
        for x in range(3 * width):
            a = rows[y, x - 3] if x > 2 else 0
            b = rows[y - 1, x] if y else 0
            c = rows[y - 1, x - 3] if y and x > 2 else 0
            pa, pb, pc = abs(b - c), abs(a - c), abs(a + b - 2 * c)
            paeth = a if pa <= pb and pa <= pc else b if pb <= pc else c
            told.append((int(rows[y, x]) - int((0, a, b, (a + b) // 2, paeth)[kind])) % 256)
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(bytes(told))))
    return png.SIGNATURE + b"".join(struct.pack(">I", len(each)) + kind_ + each + b"0000" for kind_, each in parts)


@pytest.mark.parametrize("kind", range(5))
def test_a_screenshot_is_read_through_every_filter(kind: int) -> None:
    seen = np.random.default_rng(kind).integers(0, 256, (5, 7, 3)).astype(np.uint8)
    assert (png.pixels(filtered(seen, kind)) == seen).all()


def test_a_picture_in_few_colours_keeps_those_it_has_most_of() -> None:
    often = [(red, 0, 0) for red in range(255)] * 2
    seldom = [(red, 1, 0) for red in range(90)]
    seen = np.array(often + seldom, np.uint8).reshape(20, 30, 3)
    small = png.in_few_colours(filtered(seen, 0), "made-of", "words")
    assert png.text_in(small, "made-of") == "words"
    assert png.text_in(small, "made") == ""
    known = dict(png.chunks(small))
    palette = np.frombuffer(known[b"PLTE"], np.uint8).reshape(-1, 3)
    assert len(palette) == png.MOST_COLOURS
    rows = np.frombuffer(zlib.decompress(known[b"IDAT"]), np.uint8).reshape(20, 31)
    assert not rows[:, 0].any()
    shown = palette[rows[:, 1:]].astype(int)
    assert (shown[:17] == seen[:17]).all()
    assert np.abs(shown - seen).max() == 1


def test_a_picture_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="a picture of another kind"):
        png.pixels(pictures.SCREEN.read_bytes())
