"""PNG pictures without a library for them: a screenshot with 256 colours, and a word among a picture's texts.

Reference: Portable Network Graphics (PNG) Specification, second edition, W3C 2003, sections 5, 9 and 11.3.4.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_COLOURS = 256
Bytes = NDArray[np.uint8]


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kind and the content of every chunk."""
    place = len(SIGNATURE)
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        yield kind, png[place + 8 : place + 8 + length]
        place += length + 12


def text_in(png: bytes, keyword: str) -> str:
    """The text of a picture under a keyword; nothing where there is none."""
    start = keyword.encode("latin-1") + b"\0"
    texts = (content[len(start) :] for kind, content in chunks(png) if kind == b"tEXt" and content.startswith(start))
    return next(texts, b"").decode("latin-1")


def in_few_colours(png: bytes, keyword: str, text: str) -> bytes:
    """A screenshot of 8 bits a channel, without transparency, in the 256 colours that it has most of; with a text.

    Any other colour becomes the nearest of these.
    """
    seen = pixels(png)
    colours, place, count = np.unique(seen.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    kept = colours[np.argsort(-count, kind="stable")[:MOST_COLOURS]]
    far = [np.abs(kept.astype(np.int32) - colour).sum(axis=1) for colour in colours.astype(np.int32)]
    rows = np.argmin(far, axis=1)[place].reshape(seen.shape[:2]).astype(np.uint8)
    plain = np.insert(rows, 0, 0, axis=1)  # no filter before any row
    height, width = seen.shape[:2]
    written = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"tEXt", keyword.encode("latin-1") + b"\0" + text.encode("latin-1")),
        (b"PLTE", kept.tobytes()),
        (b"IDAT", zlib.compress(plain.tobytes(), 9)),
        (b"IEND", b""),
    )
    return SIGNATURE + b"".join(_chunk(*each) for each in written)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def pixels(png: bytes) -> Bytes:
    """The colours of a picture of 8 bits a channel, without transparency, shape (height, width, 3).

    Raises ``ValueError`` for a picture of another kind.
    """
    known = list(chunks(png))
    width, height, *form = struct.unpack(">IIBBBBB", known[0][1])
    if form != [8, 2, 0, 0, 0]:
        raise ValueError(f"a picture of another kind: {form}")
    data = np.frombuffer(zlib.decompress(b"".join(content for kind, content in known if kind == b"IDAT")), np.uint8)
    rows = data.reshape(height, 1 + 3 * width)
    made = np.zeros((height + 1, 3 * width), np.uint8)
    for number, row in enumerate(rows, 1):
        made[number] = _unfiltered(int(row[0]), row[1:], made[number - 1])
    return made[1:].reshape(height, width, 3)


def _unfiltered(kind: int, row: Bytes, above: Bytes) -> Bytes:
    """A row as it was before its filter: none, left, above, the mean of both, or Paeth's choice."""
    if kind == 0:
        return row
    if kind == 1:
        return np.cumsum(row.reshape(-1, 3), axis=0, dtype=np.uint8).reshape(-1)
    if kind == 2:
        return row + above
    made, up = [0, 0, 0], [0, 0, 0, *above.tolist()]
    for place, value in enumerate(row.tolist()):
        left, over, corner = made[place], up[place + 3], up[place]
        guess = (
            (left + over) // 2
            if kind == 3
            else min((left, over, corner), key=lambda each: _far(each, left, over, corner))
        )
        made.append((value + guess) & 255)
    return np.array(made[3:], np.uint8)


def _far(each: int, left: int, over: int, corner: int) -> int:
    return abs(left + over - corner - each)
