"""Blocks of bytes cut into pieces of whole records, so that each piece can be parsed by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from queue import Queue
from threading import Thread
from typing import TypeVar

from hikiwake.relation.importing.faults import ImportingError

PIECE = 1 << 22  # bytes of a piece: what is taken in larger ones is not at hand when it is parsed
LONGEST_RECORD = 1 << 26  # bytes without an end of a record: no table
AHEAD = 8  # pieces that are made before they are asked for

Item = TypeVar("Item")


def pieces(blocks: Iterable[bytes], quote: str, size: int = PIECE) -> Iterator[bytes]:
    """Cut blocks at ends of lines, with ``quote`` only where no quotation is open; a piece has about ``size`` bytes.

    A quotation without an end is cut like a line. Raises ``ImportingError`` where there is no end of a line for long.

    >>> list(pieces([b'1,"a', b'b"\\n2,c\\n3', b',d'], '"', size=1))
    [b'1,"ab"\\n2,c\\n', b'3,d']
    """
    held: list[bytes] = []
    length, mark = 0, quote.encode()
    for block in blocks:
        held.append(block)
        length += len(block)
        if length < size:
            continue
        if (end := block.rfind(b"\n") + 1) and not (mark and any(mark in each for each in held)):
            yield b"".join([*held[:-1], memoryview(block)[:end]])  # copied once: a piece is large
            held, length = [block[end:]], len(block) - end
        else:
            text = b"".join(held)
            end = _end(text, mark)
            if end:
                yield text[:end]
            elif length > LONGEST_RECORD:
                raise ImportingError(f"a record of more than {LONGEST_RECORD:,} bytes; no table has such")
            held, length = [text[end:]], length - end
    if length:
        yield b"".join(held)


def _end(text: bytes, quote: bytes) -> int:
    """Where the last whole record of a text ends; 0 where none does."""
    last = end = text.rfind(b"\n") + 1
    if not quote or not end:
        return end
    odd = text.count(quote, 0, end) % 2
    while end and odd:
        before = text.rfind(b"\n", 0, end - 1) + 1
        odd ^= text.count(quote, before, end) % 2
        end = before
    return end or (last if len(text) > LONGEST_RECORD // 2 else 0)


def ahead(items: Iterable[Item], count: int = AHEAD) -> Iterator[Item]:
    """The same items, some of them made by a thread while one before is worked on.

    >>> list(ahead([b"a", b"b"]))
    [b'a', b'b']
    """
    queue: Queue[Item | BaseException | None] = Queue(count)
    stopped: list[bool] = []

    def make() -> None:
        try:
            for item in items:
                queue.put(item)
                if stopped:
                    return
            queue.put(None)
        except BaseException as error:
            queue.put(error)

    thread = Thread(target=make, daemon=True)
    thread.start()
    try:
        while (item := queue.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item
    finally:
        stopped.append(True)
        while thread.is_alive():  # what it still puts is taken from it, so that it ends
            if not queue.empty():
                queue.get()
            thread.join(0.01)
