"""What others do reaches every open page as it happens; so many may listen, and the desk ends while they do."""

from __future__ import annotations

import asyncio
import json
import re
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import replace
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from hikiwake.desk import Desk
from hikiwake.desk.live import listening
from hikiwake.desk.live.listening import Listening
from hikiwake.desk.live.position import News, news_of, position_of
from hikiwake.workbench import Workbench
from tests.desk.conftest import Asked, asked
from tests.desk.test_serving import served


class Asking(ExitStack):
    """A desk that is served, asked over connections of their own, which are closed at the end."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.host = address.removeprefix("http://")

    def get(self, path: str) -> HTTPResponse:
        """What is answered."""
        connection = self.enter_context(closing(HTTPConnection(self.host, timeout=20)))
        connection.request("GET", path)
        return self.enter_context(closing(connection.getresponse()))


def events(stream: HTTPResponse) -> Iterator[dict[str, object]]:
    """The events of a stream as they come."""
    for line in stream:
        if line.startswith(b"data: "):
            yield json.loads(line[6:])


def position_in(page: str) -> str:
    return str(re.findall(r'data-position="([^"]*)"', page)[0])


def test_a_decision_reaches_who_listens_and_the_desk_ends_while_they_do(water_folder: Path) -> None:
    with served(water_folder) as (program, address), Asking(address) as desk:
        after = position_in(desk.get("/review").read().decode())
        streams = [desk.get(f"/live?after={after}") for _ in range(3)]
        assert {stream.getheader("content-type") for stream in streams} == {"text/event-stream; charset=utf-8"}
        with Workbench(water_folder / "water") as bench:
            first, second, *_ = bench.proposals()
            bench.accept([first.id], "Ann")
            entry = bench.proposal(first.id).entry
        told = [next(events(stream)) for stream in streams]
        assert "Ann: accept of 1 event" in str(told[0]["said"]) and f"events {entry}" in told[0]["rows"]  # type: ignore[operator]
        again = desk.get(f"/live?after={after}")
        assert next(events(again)) == told[0] == told[1] == told[2]
        with Workbench(water_folder / "water") as bench:
            bench.reject([second.id], "Ben")
        assert "Ben: reject of 1 event" in str(next(events(streams[0]))["said"])
        program.send_signal(signal.SIGINT)
        assert b"event: end" in streams[0].read()
        assert program.wait(20) == 0
        assert program.stderr and program.stderr.read() == ""


def test_a_page_knows_how_far_the_work_was_before_it_was_made(water: Asked) -> None:
    before = position_in(water.see("/review"))
    assert before == position_of(water.opened) == news_of(water.opened, before).position
    first = re.findall(r'id="proposal-(\w+)"', water.see("/review"))[0]
    water.send("/review/accept", id=first)
    after = position_in(water.see("/entries"))
    assert after != before and position_in(water.see("/history")) == after
    assert news_of(water.opened, after) == News(after)


@pytest.mark.parametrize("change", ["undo", "propose", "outside", "faults"])
def test_whatever_changes_changes_the_position(water: Asked, change: str) -> None:
    with water.opened.workbench() as bench:
        first = bench.proposals()[0]
        bench.accept([first.id])
        before = news_of(water.opened).position
        match change:
            case "undo":
                bench.undo()
            case "propose":
                bench.propose([replace(first.proposal, cells=(("summary", "So"),))], "another coder")
            case _:
                file = water.opened.folder / "actors.csv"
                file.write_text(file.read_text().replace("First", "Primary" if change == "outside" else '"'))
    assert news_of(water.opened).position != before


def test_a_decision_under_way_is_none_yet(water: Asked) -> None:
    before = position_of(water.opened)
    with water.opened.workbench() as bench:
        bench._connection.execute("INSERT INTO commands (at, who, what, state, proposals, rows) "
                                  "VALUES ('', '', 'accept', 'pending', '[]', '[]')")  # fmt: skip
        assert bench.history.position[0] == int(before.split("-")[0])


def test_no_more_may_listen_than_have_room(water: Asked) -> None:
    water.desk.listening.most = 0
    answer = water.client.get("/live")
    assert answer.status_code == 503 and answer.headers["retry-after"] == "60"


def test_who_has_gone_makes_room_and_silence_is_told(water: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "TICK", 0.001)
    monkeypatch.setattr(listening, "SILENCE", 0.002)
    here = Listening()

    async def listened() -> None:
        stream = here.to(lambda: water.opened, position_of(water.opened))
        assert await anext(stream) is None and here.count == 1
        await stream.aclose()  # type: ignore[attr-defined]
        assert here.count == 0

    with ThreadPoolExecutor(1) as apart:  # from the loop that a browser of another test leaves in this thread
        apart.submit(asyncio.run, listened()).result()


def test_a_case_that_comes_with_the_program_has_nothing_to_listen_to(empty: Asked) -> None:
    empty.desk.open("japan_russia")
    assert position_of(empty.opened) == "" and "data-position" not in empty.see("/entries")


def test_who_has_not_the_token_is_told_nothing(water: Asked) -> None:
    shared = asked(Desk(water.desk.root, str(water.opened.folder), token="a token of this test"))
    answer = shared.client.get("/live", follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"] == "/enter"
