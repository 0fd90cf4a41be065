"""What commands print: sentences, drawn tables, one JSON value, or why nothing was done."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from textwrap import indent
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from hikiwake.cli.waiting import waiting
from hikiwake.wording.tables import UNSEEN

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from hikiwake.errors import Found

LONGEST_MESSAGE = 20_000
WIDTH = 80  # where the width of the terminal is not known
NARROWEST = 20


def safe(text: str) -> str:
    """A text as it may reach a terminal: what controls it or turns its direction stands as numbers.

    >>> safe("red \\x1b[31m")
    'red \\\\x1b[31m'
    """
    return UNSEEN.sub(lambda match: ascii(match.group())[1:-1], text)


def shown(text: str) -> str:
    """A message as it may reach a terminal: safe, and not endlessly long."""
    return safe(text if len(text) <= LONGEST_MESSAGE else f"{text[:LONGEST_MESSAGE]} ...")


def width() -> int:
    """How many columns the terminal has: as COLUMNS says, else as it is, else 80."""
    return max(shutil.get_terminal_size((WIDTH, 24)).columns, NARROWEST)


def say(text: object, *, err: bool = False, nl: bool = True) -> None:
    """Print a text as it may reach a terminal, on standard output or on standard error."""
    waiting.end()
    typer.echo(safe(str(text)), err=err, nl=nl)


def say_lines(lines: Iterable[str]) -> None:
    """Print sentences, one a line."""
    for line in lines:
        say(line)


def say_prose(lines: Iterable[str], indent: str = "", further: str | None = None) -> None:
    """Print sentences wrapped to the width of the terminal, each on a new line.

    indent: of each sentence; further: of all its lines but the first, the same where nothing is given
    """
    for line in lines:
        say("\n".join(wrapped(line, indent, further)))


def wrapped(text: str, indent: str = "", further: str | None = None) -> list[str]:
    """A text in lines that fit the terminal; no word is broken that is not longer than a line.

    further: the indent of all lines but the first
    """
    from rich.cells import cell_len

    lines, line, begin = list[str](), indent, indent
    for word in text.split():
        joined = f"{line} {word}" if line != begin else f"{line}{word}"
        if line != begin and cell_len(joined) > width():
            lines.append(line)
            begin = indent if further is None else further
            joined = f"{begin}{word}"
        line = joined
    return [*lines, line]


def say_dim(text: str) -> None:
    """Print a note under a table, less bright where the terminal can, in lines that fit."""
    from rich.text import Text

    print_drawn(console_for(), Text("\n".join(wrapped(safe(text))), style="dim"))


def console_for() -> Console:
    """What draws for standard output, in the width of the terminal."""
    from rich.console import Console

    return Console(width=width(), height=24, highlight=False, markup=False, emoji=False)


def print_drawn(console: Console, drawn: RenderableType, *, soft_wrap: bool = False) -> None:
    """Print what was drawn for the terminal of safe texts, without spaces at the ends of lines."""
    with console.capture() as captured:
        console.print(drawn, soft_wrap=soft_wrap)
    print_text("".join(f"{line.rstrip()}\n" for line in captured.get().split("\n")[:-1]))


def print_text(text: str) -> None:
    """Print a text as it is to standard output, in UTF-8 whatever the terminal's own encoding is.

    Of the name of a file the bytes that are no text are written as ``\\udce9``.
    """
    waiting.end()
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.flush()


def print_json(value: Any) -> None:
    """Print one JSON value."""
    print_text(json_text(value))


def json_text(value: Any) -> str:
    """One JSON value as text, with a line end."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return UNSEEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def streamed(about: dict[str, Any], rows: Iterable[Any]) -> Iterator[str]:
    """The text of one JSON object part by part: what ``about`` has, then ``rows``; as ``json_text`` would have it.

    >>> rows = [{"a": 1}, {"a": [2]}]
    >>> "".join(streamed({"by": "year"}, rows)) == json_text({"by": "year", "rows": rows})
    True
    """
    begin, end = json_text({**about, "rows": [0]}).split("[\n  0\n ]")
    yield begin
    opening = "["
    for row in rows:
        yield f"{opening}\n{indent(json_text(row).rstrip(), '  ')}"
        opening = ","
    yield f"{'[]' if opening == '[' else f'{chr(10)} ]'}{end}"


def refuse(kind: str, message: str, faults: Iterable[Found] = (), *, as_json: bool) -> NoReturn:
    """Say on standard error why nothing was done, as words or as one JSON object, and end with exit code 2."""
    waiting.end()
    said = {"error": {"kind": kind, "message": shown(message), "faults": list(faults)}}
    sys.stderr.write(json_text(said) if as_json else f"hikiwake: {shown(message)}\n")
    raise SystemExit(2)
