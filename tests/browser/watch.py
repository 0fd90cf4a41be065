"""What a page must not do while it is open: write errors to the console, fail in a script, ask for anything outside."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Error, Page, Request

INSIDE = ("file:", "data:", "blob:", "about:")


class Watch:
    """Listens to a page from its first request on, until it is ended, and writes down every fault."""

    def __init__(self, page: Page, inside: tuple[str, ...] = INSIDE) -> None:
        self.faults: list[str] = []
        self.inside = inside
        self.page = page
        page.on("console", self._hear)
        page.on("pageerror", self._fail)
        page.on("request", self._ask)

    def end(self) -> list[str]:
        """Listen no longer; the faults that were written down."""
        self.page.remove_listener("console", self._hear)
        self.page.remove_listener("pageerror", self._fail)
        self.page.remove_listener("request", self._ask)
        return self.faults

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console error: {message.text}")

    def _fail(self, error: Error) -> None:
        self.faults.append(f"uncaught error: {error.message}")

    def _ask(self, request: Request) -> None:
        if not request.url.startswith(self.inside):
            self.faults.append(f"outside request: {request.url}")
