"""A sign of life on standard error, on a terminal, from the second on that a command says nothing."""

from __future__ import annotations

import os
import sys
from threading import Event, Thread

FIRST = 1.0  # seconds of silence before anything is shown
AGAIN = 0.5  # seconds from one look to the next
OWN = {
    "ask",
    "desk",
    "import",
    "new",
    "read",
    "report",
    "review",
}  # they ask questions, or show a progress of their own


class Waiting:
    """How long a command has been silent, and at what it works: one line, wiped before anything is said."""

    def __init__(self, first: float = FIRST, again: float = AGAIN) -> None:
        """Nothing is shown yet; ``first`` and ``again`` are seconds."""
        self._first, self._again = first, again
        self._over: Event | None = None
        self._thread: Thread | None = None
        self._stage = ""

    def begin(self, command: str | None) -> None:
        """Begin to wait for a command, where somebody looks on."""
        if command and command not in OWN and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
            self._over, self._stage = Event(), ""
            self._thread = Thread(target=self._show, args=(self._over,), daemon=True)
            self._thread.start()

    def tell(self, stage: str) -> None:
        """Say what is being done, in a few words."""
        self._stage = stage

    def end(self) -> None:
        """Wipe the line: something is about to be said, or all is done."""
        if self._over is not None and self._thread is not None:
            self._over.set()
            self._thread.join()
            self._over = self._thread = None

    def _show(self, over: Event) -> None:
        from hikiwake.wording.terminal.listings import working

        seconds, shown = self._first, 0
        if over.wait(self._first):
            return
        while True:
            line = working(int(seconds), self._stage)
            sys.stderr.write(f"\r{line:<{shown}}")
            sys.stderr.flush()
            shown = len(line)
            if over.wait(self._again):
                break
            seconds += self._again
        sys.stderr.write(f"\r{'':<{shown}}\r")
        sys.stderr.flush()


waiting = Waiting()
