"""The command `search`: a question in plain words, and the passages that answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.dossier import CASE, LibraryOption
from hikiwake.cli.here import case_and, is_case
from hikiwake.cli.hindsight import ThenOption, known_by
from hikiwake.cli.libraries import opened, say_unread
from hikiwake.cli.listing.asked import as_listing
from hikiwake.cli.output import console_for, print_drawn, safe, say, say_dim, say_prose

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from hikiwake.cli.listing.asked import Listing
    from hikiwake.search import Hit, SearchResult

MOST, MOST_ENTRIES_TOLD = 10, 4


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    app.command()(as_listing(search))


def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="[CASE] QUERY", help="A case, and a question in plain words, names, or dates."),
    ],
    *,
    library: LibraryOption = None,
    then: ThenOption = "",
    listing: Listing,
) -> None:
    """Search the documents, or without them the entries: what answers, then the nearest, not known to answer.

    Where no limit is given, at most ten passages.
    """
    from hikiwake.dossier import load
    from hikiwake.search import search as find

    case, query = _case_and_query(words)
    held = opened(library)
    result = find(known_by(load(case), then), query, held, listing.limit or MOST)
    say_unread(held)
    rows = [{**row, **row["passage"]} for row in result.as_records()]
    columns = ("document", "start", "end", "page", "answers", "score", "text", "entries")
    if not listing.written(rows, columns, result.as_records):
        _print(result)
    elif not rows and not listing.is_json:
        say(result.why(), err=True)


def _case_and_query(words: list[str]) -> tuple[str, str]:
    """The case and the question in either order; without a case, that of the folder, else the built-in one."""
    if len(words) == 2 and not is_case(words[0]):
        words = words[::-1]
    case, (query,) = case_and(words, "one question, in quotation marks", 1, CASE)
    return case, query


def _print(result: SearchResult) -> None:
    """The passages that answer, then under a line of their own the nearest; what fits the question in bold."""
    console = console_for()
    for number, hit in enumerate(result, 1):
        if not hit.answers and (number == 1 or result[number - 2].answers):
            say("Nearest passages, not known to answer:\n")
        _print_hit(console, number, hit)
    say_prose([result.why()])


def _print_hit(console: Console, number: int, hit: Hit) -> None:
    """A passage with its place, its score and the entries that cite it."""
    place = f"{hit.passage.document}, {hit.passage.start} to {hit.passage.end}"
    page = f", page {hit.passage.page}" if hit.passage.page else ""
    say_prose([f"{number}. {place}{page} (score {hit.score:.2f})"])
    print_drawn(console, _bold(" ".join(hit.marked("\x02", "\x03").split())))
    if hit.entries:
        more = f" and {len(hit.entries) - MOST_ENTRIES_TOLD} more" if len(hit.entries) > MOST_ENTRIES_TOLD else ""
        say_dim(f"cited by {', '.join(hit.entries[:MOST_ENTRIES_TOLD])}{more}")
    say("")


def _bold(marked: str) -> Text:
    """The words between two marks in bold."""
    from rich.text import Text

    text = Text()
    for number, part in enumerate(marked.replace("\x03", "\x02").split("\x02")):
        text.append(safe(part), style="bold" if number % 2 else "")
    return text
