"""Accents that a PDF sets beside their letters, and signs that stand for characters, put right without a place moved.

A text keeps its length, so that every place in it stays what it was: ``´e`` and ``e´`` become ``e`` and a combining
mark. Whether an accent belongs to the letter before it or after it is the same all over one document, so there are two
ways to read it; where only one of the two letters can carry the accent, it is that one.
"""

from __future__ import annotations

import re
import unicodedata

_MARKS = dict(zip("´¨ˆ˜ˇ˘˙˚¸˛˝¯ˉˊˋ`^~゛゜", "\u0301\u0308\u0302\u0303\u030c\u0306\u0307\u030a\u0327\u0328\u030b\u0304"
                  "\u0304\u0301\u0300\u0300\u0302\u0303\u3099\u309a", strict=True))  # fmt: skip
_SIGNS = re.escape("".join(_MARKS))
_ACCENT = re.compile(rf"([^\W\d_]?)( ?)([{_SIGNS}\u0300-\u030c\u0327\u0328])( ?)([^\W\d_]?)")
_RADICAL = re.compile("[\u2e80-\u2fdf]")
_OF_RADICALS = dict(zip(
    "⺟⺠⻁⻄⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻫⻬⻭⻮⻯⻰⻲⻳",
    "母民虎西角贝车長长门青韦页风飞食马骨鬼鱼鸟麦黄斉齐歯齿竜龙亀龟", strict=True))  # fmt: skip


def with_accents_on(text: str, *, after: bool) -> str:
    """A text of the same length in which accents that stand beside a letter are on it, and radicals are characters.

    after: whether an accent belongs to the letter after it where both could carry it

    >>> unicodedata.normalize("NFC", with_accents_on("Sˇevcˇ´ık", after=False))
    'Ševčík'
    >>> len(with_accents_on("caf´ e", after=True))
    6
    """
    end, pieces = 0, []
    while match := _ACCENT.search(text, end):
        pieces.append(text[end : match.start()])
        told, end = _put(match, after)
        pieces.append(told)
    return characters("".join((*pieces, text[end:])))


def characters(text: str) -> str:
    """A text with the characters for which the signs of radicals stand, as fonts of East Asia write them.

    >>> characters("⽇本の⻘い⼭")
    '日本の青い山'
    """
    return _RADICAL.sub(lambda sign: _OF_RADICALS.get(sign[0]) or unicodedata.normalize("NFKC", sign[0]), text)


def _put(match: re.Match[str], after: bool) -> tuple[str, int]:
    """What a letter, an accent and a letter become, and where the text goes on."""
    before, gap, accent, space, behind = match.groups()
    mark = _MARKS.get(accent, accent)
    if accent == mark and (not gap or not before):  # a combining mark that stands where it belongs
        return match[0][: match.start(3) + 1 - match.start()], match.start(3) + 1
    to_before, to_behind = _carries(before, mark), accent != mark and _carries(behind, mark)
    if to_behind and (after or not to_before):
        return before + gap + _plain(behind) + mark + space, match.end()
    if to_before:
        return _plain(before) + mark + gap, match.start(3) + 1
    return match[0][: match.start(3) + 1 - match.start()], match.start(3) + 1


def _carries(letter: str, mark: str) -> bool:
    """Whether there is one sign for a letter with a mark."""
    return bool(letter) and len(unicodedata.normalize("NFC", _plain(letter) + mark)) == 1


def _plain(letter: str) -> str:
    """A letter that has no dot of its own, so that it can carry an accent, with its dot."""
    return {"ı": "i", "ȷ": "j"}.get(letter, letter)
