"""Serving the desk: on a free port of this machine, to others only with a token; what was confirmed outlives a kill."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

import hikiwake as hw
from hikiwake.desk import Desk, serve
from hikiwake.errors import HikiwakeError


@pytest.mark.parametrize(
    ("told", "token", "host", "port"),
    [
        ("give a --token", "", "0.0.0.0", 0),
        ("expected at least 12", "short", "0.0.0.0", 0),
        ("--port 0 takes a free one", "", "127.0.0.1", 70_000),
        ("cannot be listened at", "a token of this test", "192.0.2.1", 0),
    ],
)
def test_where_it_cannot_be_served_is_told(tmp_path: Path, told: str, token: str, host: str, port: int) -> None:
    with pytest.raises(HikiwakeError, match=told):
        serve(Desk(tmp_path, token=token), pytest.fail, host, port)


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(HikiwakeError, match="cannot be listened at"):
            serve(Desk(tmp_path), pytest.fail, port=taken.getsockname()[1])


@contextmanager
def served(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A desk with the case ``water`` of a folder open, and its address."""
    command = [sys.executable, "-m", "hikiwake", "desk", "water", "--no-open"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout
        try:
            yield program, program.stdout.readline().strip().removesuffix("/case")
        finally:
            program.kill()


def test_what_was_confirmed_outlives_a_kill_and_the_next_desk_ends_in_order(water_folder: Path) -> None:
    with served(water_folder) as (program, address):
        page = urlopen(f"{address}/review").read().decode()
        form = {
            "case": re.findall(r'name="case" value="(\w+)"', page)[0],
            "id": re.findall(r'id="proposal-(\w+)"', page)[0],
        }
        sent = Request(f"{address}/review/accept", urlencode(form).encode(), {"origin": address})
        assert "accept of 1 event" in urlopen(sent).read().decode()
        program.kill()
    with served(water_folder) as (program, address):
        assert "accept of 1 event" in urlopen(f"{address}/review").read().decode()
        assert len(hw.load(water_folder / "water").events) == 1
        program.send_signal(signal.SIGTERM)
        assert program.wait(20) == 0
        assert program.stderr and program.stderr.read() == ""
