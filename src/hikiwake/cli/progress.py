"""A bar on standard error, where somebody looks on, for as long as a command works."""

from __future__ import annotations

import sys


class Bar:
    """A bar that says what is done, from the second on that the work takes."""

    def __init__(self, doing: str) -> None:
        """``doing`` is a word for the work."""
        self.doing = doing

    def __enter__(self) -> Bar:
        """Begin to draw, on a terminal."""
        from rich.console import Console
        from rich.progress import Progress

        console = Console(file=sys.stderr)
        self.bar = Progress(console=console, transient=True, disable=not console.is_terminal)
        self.bar.start()
        self.task = self.bar.add_task(self.doing, total=None)
        return self

    def __exit__(self, *_: object) -> None:
        """Wipe the bar."""
        self.bar.stop()

    def told(self, done: int, of: int) -> None:
        """So many of so many are done."""
        self.bar.update(self.task, completed=done, total=of)
