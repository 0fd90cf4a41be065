"""A form of a page as a browser sends it: its fields in order, with the values that stand in them."""

from __future__ import annotations

from html.parser import HTMLParser

Fields = list[tuple[str, str]]


class _Form(HTMLParser):
    """Reads the fields of one form of a page."""

    def __init__(self, id_: str) -> None:
        super().__init__()
        self.id, self.inside = id_, False
        self.fields: Fields = []
        self.buttons: list[str] = []
        self._select: str | None = None
        self._first, self._chosen, self._area = "", "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = given.get("id") == self.id
        if not self.inside:
            return
        name, value = given.get("name", ""), given.get("value", "")
        if tag == "input" and name and (given.get("type") not in ("checkbox", "radio") or "checked" in given):
            self.fields.append((name, value))
        if tag == "button":
            self.buttons.append(value)
        if tag == "select":
            self._select, self._first, self._chosen = name, "", ""
        if tag == "option" and self._select is not None:
            self._first = self._first or f"={value}"
            self._chosen = f"={value}" if "selected" in given else self._chosen
        if tag == "textarea":
            self._area = name

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        if tag == "select" and self._select:
            self.fields.append((self._select, (self._chosen or self._first)[1:]))
            self._select = None

    def handle_data(self, text: str) -> None:
        if self._area:
            self.fields.append((self._area, text))
            self._area = ""


def form_in(page: str, id_: str) -> Fields:
    """The fields of the form with this id."""
    read = _Form(id_)
    read.feed(page)
    assert read.fields, id_
    return read.fields


def buttons_in(page: str, id_: str) -> list[str]:
    """What the buttons of the form send."""
    read = _Form(id_)
    read.feed(page)
    return read.buttons
