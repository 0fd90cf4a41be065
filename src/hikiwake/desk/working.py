"""Work that takes longer than a request: a thread that tells how far it is, and ends with a result or a fault."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from typing import Any

from hikiwake.errors import HikiwakeError

AT_ONCE = 1.0  # seconds that a request waits for work to end before it says how far it is
KEPT = 20  # finished works that are remembered


@dataclass
class Work:
    """One piece of work. ``done`` of ``of`` parts are done; at its end there is a ``result``, or a ``fault``.

    ``stopped`` is set where somebody wants it no more; what can be stopped looks there, and ends with a fault.
    """

    title: str
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    done: int = 0
    of: int = 0
    result: Any = None
    fault: str = ""
    ended: Event = field(default_factory=Event)
    stopped: Event = field(default_factory=Event)

    @property
    def lost(self) -> bool:
        """Whether nothing comes of it."""
        return bool(self.fault) or self.stopped.is_set()

    def told(self, done: int, of: int) -> None:
        """So many of so many are done."""
        self.done, self.of = done, of


class Works:
    """The works of a desk, by their ids. Each runs in a thread of its own."""

    def __init__(self) -> None:
        """There are none yet."""
        self._works: dict[str, Work] = {}
        self._lock = Lock()

    def begin(self, title: str, run: Callable[[Work], Any], wait: float = AT_ONCE) -> Work:
        """Begin a work, and wait a moment for its end. A ``HikiwakeError`` of it is kept as its fault."""
        work = Work(title)
        with self._lock:
            ended = [each for each in self._works.values() if each.ended.is_set()]
            for each in ended[: max(0, len(ended) - KEPT)]:
                del self._works[each.id]
            self._works[work.id] = work
        Thread(target=_run, args=(work, run), daemon=True).start()
        work.ended.wait(wait)
        return work

    def get(self, id_: str) -> Work | None:
        """A work by its id, or ``None`` where it is none of this desk."""
        return self._works.get(id_)

    def titled(self, title: str) -> Work | None:
        """A work by its title that is at it, or ended well; ``None`` where there is none."""
        with self._lock:
            return next((each for each in self._works.values() if each.title == title and not each.lost), None)

    @property
    def running(self) -> list[Work]:
        """Those that have not ended."""
        return [each for each in self._works.values() if not each.ended.is_set()]


def _run(work: Work, run: Callable[[Work], Any]) -> None:
    """Carry a work out, and keep what it came to."""
    try:
        work.result = run(work)
    except HikiwakeError as fault:
        work.fault = str(fault)
    except Exception as fault:
        work.fault = f"the program failed at this ({type(fault).__name__}); nothing that was confirmed is lost"
        raise
    finally:
        work.ended.set()
