"""The command line: one command per joint of the way of the data."""

from __future__ import annotations

import os
import sys
from itertools import pairwise

import typer
from typer.exceptions import TyperException

from hikiwake.cli import analyses, desk, dossier, entering, export, hypotheses, models, report, search, taking
from hikiwake.cli.front import front
from hikiwake.cli.graph_model import conversion, elicitation, evolution, solving
from hikiwake.cli.groups import Grouped
from hikiwake.cli.output import refuse
from hikiwake.cli.over_time import comparing, drivers, events, importing, relation
from hikiwake.cli.settlement import packages, whatif
from hikiwake.cli.waiting import waiting
from hikiwake.cli.workbench import decisions, reading, reviewing
from hikiwake.errors import HikiwakeError

app = typer.Typer(
    name="hikiwake",
    cls=Grouped,
    help="Sourced analysis of international disputes: every result can be followed to the passage that supports it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help takes half the time, and reads the same in a file or a screen reader
)
app.callback()(front)
dossier.add_commands(app)
drivers.add_commands(app)
entering.add_commands(app)
analyses.add_commands(app)
hypotheses.add_commands(app)
relation.add_commands(app)
importing.add_commands(app)
comparing.add_commands(app)
events.add_commands(app)
search.add_commands(app)
for module in (solving, evolution, elicitation, conversion):
    module.add_commands(app)
models.add_commands(app)
packages.add_commands(app)
whatif.add_commands(app)
report.add_commands(app)
export.add_commands(app)
taking.add_commands(app)
decisions.add_commands(app)
reading.add_commands(app)
reviewing.add_commands(app)
desk.add_commands(app)


def main() -> None:
    """Run the command line; a fault of the input ends in one clear message and exit code 2.

    Where JSON is asked for the message is one JSON object, faults of the call included.
    """
    as_json = asks_for_json(sys.argv[1:])
    try:
        code = app(standalone_mode=False) if as_json else app()
    except TyperException as fault:
        refuse("CallError", fault.format_message(), as_json=as_json)
    except HikiwakeError as fault:
        refuse(type(fault).__name__, str(fault), fault.faults, as_json=as_json)
    except BrokenPipeError:
        raise SystemExit(1) from None
    except OSError as fault:
        refuse("FileError", f"{fault.filename or 'a file'}: {fault.strerror or fault}", as_json=as_json)
    else:
        raise SystemExit(code or 0)
    finally:
        waiting.end()
        _leave_closed_pipes()


def asks_for_json(words: list[str]) -> bool:
    """Whether a call asks for JSON on the terminal, in any of the ways in which it may; a file is told of in words.

    >>> asks_for_json(["claims", "--format", "json"]), asks_for_json(["claims", "--format=csv"])
    (True, False)
    """
    asked = "--json" in words or "--format=json" in words or ("--format", "json") in pairwise(words)
    return asked and not any(word.startswith("--output") for word in words)


def _leave_closed_pipes() -> None:
    """Say no more to a reader who has read enough, so that the interpreter does not complain of it at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        except (OSError, ValueError):  # told already, or closed by whoever called
            continue
