"""Somebody who walks through the desk without script: follows links, fills in forms as they stand, presses buttons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

import lxml.html

from tests.desk.conftest import Asked


class Walker:
    """A page of the desk, and what can be done on it; every step that is not answered with a page fails."""

    def __init__(self, asked: Asked) -> None:
        """Begin at the shelf."""
        self.asked, self.steps = asked, 0
        self.go("/")

    def go(self, address: str) -> None:
        """Go to an address."""
        self._shown(self.asked.client.get(address))

    def follow(self, words: str) -> None:
        """Follow the first link that begins with some words."""
        link = next(each for each in self.page.iter("a") if _said(each).startswith(words))
        self.go(urljoin(self.here, link.get("href", "")))

    def press(
        self,
        called: str,
        said: Mapping[str, str] | None = None,
        *,
        files: Mapping[str, bytes] | None = None,
        within: str = "",
        status: int = 200,
    ) -> None:
        """Fill in fields of the form of the first button that is called so, and press it.

        ``within`` are words that the item has in which it is; ``status`` is that of the answer.
        """
        buttons = (each for each in self.page.iter("button") if _said(each).startswith(called))
        button = next(each for each in buttons if not within or any(within in _said(item) for item in _items_of(each)))
        form = next(button.iterancestors("form"))
        for name, value in (said or {}).items():
            field = form.inputs[name]
            (field[0] if isinstance(field, list) else field).value = value
        told = [*form.form_values(), *([(button.get("name"), button.get("value", ""))] if button.get("name") else [])]
        fields: dict[str, list[str]] = {}
        for name, value in told:
            fields.setdefault(name, []).append(value)
        where = urljoin(self.here, form.get("action", ""))
        if form.method == "GET":
            self._shown(self.asked.client.get(where, params=fields))
        else:
            sent: list[tuple[str, tuple[str, bytes]]] = [("files", each) for each in (files or {}).items()]
            self._shown(self.asked.client.post(where, data=fields, files=sent or None), status)

    def _shown(self, answer: Any, status: int = 200) -> None:
        assert answer.status_code == status, (answer.status_code, answer.url, answer.text)
        self.steps += 1
        self.here, self.page = str(answer.url), lxml.html.document_fromstring(answer.content.decode())

    @property
    def text(self) -> str:
        """What the page says."""
        return _said(self.page.find(".//main"))


def _items_of(element: Any) -> Any:
    """The items of lists in which something is."""
    return element.iterancestors("li")


def _said(element: Any) -> str:
    return " ".join((element.get("aria-label") or element.text_content()).split())
