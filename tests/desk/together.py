"""Many who write at once: clients of a desk and commands, what was confirmed to them, and whether the log has it once.

For the tests, a few decisions; for ``bench/writers.py``, as many as a minute holds.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import quote, urlencode

from hikiwake.dossier import load
from hikiwake.dossier.folder.checking import check_case
from hikiwake.workbench import Proposal, Workbench
from tests.workbench.conftest import agreed, insists, made, refused, wells


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A decision that a writer was told to be taken: on which proposal, which, under whose name, after how long."""

    id: str
    decision: str
    who: str
    seconds: float


def proposals(count: int) -> list[Proposal]:
    """So many proposals of four kinds, all different."""
    kinds = (agreed(), refused(), insists(), wells())
    return [
        replace(kinds[number % 4], cells=(*_others(kinds[number % 4]), ("summary", f"Number {number}.")))
        for number in range(count)
    ]


def _others(proposal: Proposal) -> list[tuple[str, str]]:
    return [(name, value) for name, value in proposal.cells if name != "summary"]


def prepared(root: Path, count: int) -> list[str]:
    """Make a case ``water`` with so many proposals in a folder; their ids."""
    bench = made(root / "water")
    wanted = proposals(count)
    bench.workbench.propose(wanted, "rules")
    bench.workbench.close()
    return [each.id for each in wanted]


@contextmanager
def served(root: Path, *more: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A desk with the case ``water`` of a folder open, and its address; it is killed at the end."""
    command = [sys.executable, "-m", "hikiwake", "desk", "water", "--no-open", *more]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout
        try:
            yield program, program.stdout.readline().strip().removesuffix("/case")
        finally:
            program.kill()


def key_of(address: str) -> str:
    """By what a form says which case it means."""
    connection = HTTPConnection(address.removeprefix("http://"), timeout=60)
    connection.request("GET", "/review")
    page = connection.getresponse().read().decode()
    connection.close()
    return str(re.findall(r'name="case" value="(\w+)"', page)[0])


def by_desk(address: str, key: str, who: str, wanted: Iterable[tuple[str, str]]) -> Iterator[Confirmed | str]:
    """Send decisions to a desk one after another: each as it is confirmed, or why it is refused.

    Ends where the desk does not answer any more.
    """
    connection = HTTPConnection(address.removeprefix("http://"), timeout=60)
    headers = {"origin": address, "cookie": f"hikiwake-name={quote(who)}",
               "content-type": "application/x-www-form-urlencoded", "accept": "application/json"}  # fmt: skip
    try:
        for id_, decision in wanted:
            before = time.monotonic()
            connection.request("POST", f"/review/{decision}", urlencode({"case": key, "id": id_}), headers)
            answer = connection.getresponse()
            said = answer.read().decode()
            if answer.status == 303:
                yield Confirmed(id_, decision, who, time.monotonic() - before)
            else:
                yield " ".join(re.findall(r'role="alert">(.*?)</p>', said, re.S)) or f"{answer.status}"
    except (OSError, HTTPException):
        return
    finally:
        with suppress(OSError):
            connection.close()


def by_command(case: Path, who: str, wanted: Iterable[tuple[str, str]]) -> Iterator[Confirmed | str]:
    """Give the same as commands, one program after another."""
    environment = {**os.environ, "HIKIWAKE_USER": who}
    for id_, decision in wanted:
        before = time.monotonic()
        command = [sys.executable, "-m", "hikiwake", decision, str(case), id_]
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if ended.returncode == 0:
            yield Confirmed(id_, decision, who, time.monotonic() - before)
        else:
            yield ended.stderr.strip()


def amiss(case: Path, confirmed: Iterable[Confirmed], *, killed: bool = False) -> list[str]:
    """What is not as it should be: a confirmed decision that the log has not, or twice; a fault of the folder.

    ``killed`` says that programs were killed: then the log may have decisions of which nobody was told.
    """
    wanted = Counter((each.id, each.decision, each.who) for each in confirmed)
    with Workbench(case) as bench:
        bench.take_in()
        kept = {each.id: each for each in bench.proposals()}
        lines = [line for line in bench.log if line.turns]
    logged = Counter((turn.after.id, line.what, line.who) for line in lines for turn in line.turns)
    found = [f"confirmed and not in the log: {each}" for each in wanted - logged]
    found += [f"in the log {count} times: {each}" for each, count in logged.items() if count > 1]
    found += [f"in the log and confirmed to nobody: {each}" for each in logged - wanted if not killed]
    found += [f"in the log as {line.state}: {line.number}" for line in lines if line.state != "done"]
    status = {"accept": "accepted", "reject": "rejected"}
    found += [f"{id_} is {kept[id_].status}" for id_, what, _ in wanted if kept[id_].status != status[what]]
    entries = load(case).by_id
    found += [
        f"{each.id} has no entry" for each in kept.values() if each.status == "accepted" and each.entry not in entries
    ]
    return found + [str(fault) for fault in check_case(case).faults]
