"""Attacks on the desk: each is refused, and works on an application without the guard, so that the test can fail."""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.testclient import TestClient

from hikiwake.desk import Desk, acting, application
from hikiwake.desk.review import queue
from hikiwake.desk.safety import addresses, tokens
from hikiwake.desk.safety.origins import SameOrigin
from hikiwake.desk.safety.policy import POLICY, Policy
from hikiwake.desk.safety.tokens import Entered
from hikiwake.workbench import StoredText
from tests.desk.conftest import HERE, Asked
from tests.workbench.conftest import TEXT

TOKEN = "a-token-of-this-test"


@dataclass
class Attacked:
    """A desk with one open proposal, asked with whatever headers an attack has."""

    desk: Desk
    app: Starlette

    def without(self, guard: type) -> Attacked:
        """The same desk without one of its guards."""
        self.app.user_middleware = [
            each for each in self.app.user_middleware if getattr(each.cls, "__name__", "") != guard.__name__
        ]
        self.app.middleware_stack = None
        return self

    def ask(self, method: str, address: str, **more: Any) -> Any:
        """The answer to a request."""
        client = TestClient(self.app, base_url=HERE, raise_server_exceptions=False)
        return client.request(method, address, follow_redirects=False, **more)

    def reject(self, headers: dict[str, str], **more: Any) -> int:
        """The status of an answer to a decision on the one proposal; whether it was taken is looked up."""
        assert self.desk.opened
        form = {"case": self.desk.opened.key, "id": self.ids("open")[0]}
        return int(self.ask("POST", "/review/reject", data=form, headers=headers, **more).status_code)

    def leads(self, back: str) -> str:
        """Where a decision leads that asks to go back to an address."""
        assert self.desk.opened
        form = {"case": self.desk.opened.key, "id": self.ids("open")[0], "back": back}
        answer = self.ask("POST", "/review/reject", data=form, headers={"origin": HERE})
        return str(answer.headers["location"])

    def ids(self, status: str) -> list[str]:
        """The proposals of a status."""
        assert self.desk.opened
        with self.desk.opened.workbench() as bench:
            return [each.id for each in bench.proposals(status=status)]


def attacked(folder: Path, token: str = "", most: int = 50_000) -> Attacked:
    desk = Desk(folder, str(folder / "water"), token, most)
    return Attacked(desk, application(desk))


@pytest.fixture
def target(water_folder: Path) -> Attacked:
    return attacked(water_folder)


FOREIGN = [
    {"origin": "http://elsewhere.example"},
    {"origin": "null"},
    {"origin": "http://127.0.0.1:81"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site", "origin": HERE},
    {"sec-fetch-site": "none"},
    {},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_another_page_of_the_browser_decides_nothing(target: Attacked, headers: dict[str, str]) -> None:
    assert target.reject(headers) == 403
    assert target.ids("rejected") == []


def test_another_page_decides_where_the_guard_is_gone(target: Attacked) -> None:
    assert target.without(SameOrigin).reject(FOREIGN[0]) == 303
    assert len(target.ids("rejected")) == 1


@pytest.mark.parametrize("headers", [{"origin": HERE}, {"sec-fetch-site": "same-origin"}], ids=str)
def test_the_own_page_decides(target: Attacked, headers: dict[str, str]) -> None:
    assert target.reject(headers) == 303


@pytest.mark.parametrize(
    "host", ["elsewhere.example", "127.0.0.1.elsewhere.example", "localhost.elsewhere.example", ""]
)
def test_a_name_that_is_turned_to_this_machine_shows_nothing(target: Attacked, host: str) -> None:
    answer = target.ask("GET", "/review", headers={"host": host})
    assert answer.status_code == 400 and "gauges" not in answer.text


def test_such_a_name_shows_all_where_the_guard_is_gone(target: Attacked) -> None:
    target.without(TrustedHostMiddleware)
    assert "gauges" in target.ask("GET", "/review", headers={"host": "elsewhere.example"}).text


@pytest.mark.parametrize("address", ["/", "/case", "/documents", "/review", "/static/desk.js", "/enter", "/none"])
def test_every_answer_forbids_scripts_of_others_and_requests_outside(target: Attacked, address: str) -> None:
    answer = target.ask("GET", address)
    assert answer.headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY and "http" not in POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert ("no-store" in answer.headers["cache-control"]) == (not address.startswith("/static/"))


def test_no_policy_stands_where_the_guard_is_gone(target: Attacked) -> None:
    assert "content-security-policy" not in target.without(Policy).ask("GET", "/").headers


BACK = [
    "//elsewhere.example/",
    "/\\elsewhere.example/",
    "https://elsewhere.example/",
    "/\t/elsewhere.example",
    "javascript:alert(1)",
    "elsewhere",
    "/review\r\nx: y",
]


@pytest.mark.parametrize("back", BACK, ids=repr)
def test_an_action_leads_nowhere_outside(target: Attacked, back: str) -> None:
    assert target.leads(back) == "/review"


def test_an_action_leads_outside_where_the_guard_is_gone(target: Attacked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acting, "inner", lambda address: address)
    assert target.leads(BACK[0]) == BACK[0]
    assert addresses.inner("/review?status=all&after=20#proposal-1") == "/review?status=all&after=20#proposal-1"


def files(size: int) -> Iterator[bytes]:
    """A form with one file, as it is streamed: its length is not told before."""
    yield b'--part\r\ncontent-disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    for _ in range(size // 1_000):
        yield b"word " * 200
    yield b"\r\n--part--\r\n"


STREAMED = {"origin": HERE, "content-type": "multipart/form-data; boundary=part"}


def test_more_bytes_than_are_allowed_are_not_taken(target: Attacked) -> None:
    assert target.ask("POST", "/documents/add", content=files(60_000), headers=STREAMED).status_code == 413
    told = {**STREAMED, "content-length": "60000"}
    assert target.ask("POST", "/documents/add", content=b"".join(files(60_000)), headers=told).status_code == 413
    assert (
        target.ask("POST", "/review/accept", content=b"id=" + b"a" * 5_000_000, headers={"origin": HERE}).status_code
        == 413
    )
    assert (
        target.ask("POST", "/documents/add", content=files(40_000), headers=STREAMED).status_code == 409
    )  # no case told


def test_as_many_bytes_as_come_are_taken_where_the_guard_is_gone(water_folder: Path) -> None:
    target = attacked(water_folder, most=10**12)
    assert target.ask("POST", "/documents/add", content=files(60_000), headers=STREAMED).status_code == 409


@pytest.mark.parametrize(
    "name", ["../../planted.txt", "/etc/planted.txt", "..\\planted.txt", "a/b/planted.txt", "con.txt"]
)
def test_a_file_is_kept_under_no_path_of_its_sender(target: Attacked, name: str, tmp_path: Path) -> None:
    assert target.desk.opened
    form = {"case": target.desk.opened.key}
    answer = target.ask(
        "POST", "/documents/add", data=form, files={"files": (name, b"A text.")}, headers={"origin": HERE}
    )
    assert answer.status_code == 303
    work = target.desk.works.get(answer.headers["location"].partition("=")[2])
    assert work and work.ended.wait(20)
    assert not list(tmp_path.rglob("planted*")) and not Path("/etc/planted.txt").exists()


EVIL = "<script>alert(1)</script> </script> <img src=x onerror=alert(1)> “quoted” & 'this' {{ 7 * 7 }} <!-- ]]>"


def test_what_a_document_says_is_text_wherever_it_is_shown(water: Asked) -> None:
    with water.opened.workbench() as bench:
        bench.take([StoredText("letter-2015", "<b>.txt", "x", EVIL + "\n" + TEXT)])
    water.send("/documents/letter-2015/correct", title=EVIL, author=EVIL, written="2015", kind="report")
    for id_ in [each.id for each in _open(water)]:
        water.client.post("/review/accept", data={"case": water.opened.key, "id": id_})
    views = (
        "/",
        "/case",
        "/documents",
        "/documents/letter-2015",
        "/documents/letter-2015/bibliography",
        "/review?status=all",
    )
    for address in views:
        page = water.see(address)
        assert "<script>alert" not in page and "<img" not in page
        assert page.count("</script>") == page.count("<script")
        if address.startswith("/documents"):
            assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page and "{{ 7 * 7 }}" in page


def _open(water: Asked) -> Any:
    with water.opened.workbench() as bench:
        return bench.proposals(status="open")


def test_nobody_is_let_in_without_the_token(water_folder: Path) -> None:
    target = attacked(water_folder, TOKEN)
    for cookie in ({}, {"cookie": "hikiwake-token=another"}, {"cookie": f"hikiwake-token={TOKEN[:-1]}"}):
        answer = target.ask("GET", "/review", headers=cookie)
        assert (answer.status_code, answer.headers.get("location")) == (303, "/enter")
        assert target.reject({"origin": HERE, **cookie}) == 403
    assert "gauges" not in target.ask("GET", "/enter").text
    assert (
        target.ask("POST", "/enter", data={"name": "x", "token": "wrong"}, headers={"origin": HERE}).status_code == 403
    )


def test_who_has_the_token_is_let_in_and_known_by_name(water_folder: Path) -> None:
    target = attacked(water_folder, TOKEN)
    with TestClient(target.app, base_url=HERE, headers={"origin": HERE}) as client:
        answer = client.post("/enter", data={"name": "Zoë", "token": TOKEN}, follow_redirects=False)
        assert all("HttpOnly" in each and "strict" in each.lower() for each in answer.headers.get_list("set-cookie"))
        assert "gauges" in client.get("/review").text
        assert target.desk.opened
        client.post("/review/reject", data={"case": target.desk.opened.key, "id": target.ids("open")[0]})
        with target.desk.opened.workbench() as bench:
            assert bench.log[-1].who == "Zoë"


def test_a_shared_desk_is_for_its_case_alone(water_folder: Path) -> None:
    target = attacked(water_folder, TOKEN)
    headers = {"origin": HERE, "cookie": f"hikiwake-token={quote(TOKEN)}"}
    forms = {"/open": {"name": "japan_russia"}, "/new": {"title": "Theirs"}, "/copy": {"name": "japan_russia"}}
    for address, form in forms.items():
        assert "this desk is shared" in target.ask("POST", address, data=form, headers=headers).text
    assert sorted(path.name for path in water_folder.iterdir()) == ["water", "water.hwb"]


def test_everybody_is_let_in_where_the_guard_is_gone(water_folder: Path) -> None:
    assert "gauges" in attacked(water_folder, TOKEN).without(Entered).ask("GET", "/review").text


def test_tokens_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared, own = list[bytes](), hmac.compare_digest

    def counting(one: bytes, other: bytes) -> bool:
        compared.append(one)
        return own(one, other)

    monkeypatch.setattr(hmac, "compare_digest", counting)
    assert not tokens.is_token("é", TOKEN) and tokens.is_token(TOKEN, TOKEN)
    assert len(compared) == 2


def test_a_fault_has_one_form_as_json(target: Attacked) -> None:
    told = json.loads(target.ask("GET", "/documents/none", headers={"accept": "application/json"}).text)
    assert told == {"error": {"kind": "NoneSuchError", "message": "none: no document of water", "faults": []}}


def test_a_fault_of_the_program_tells_its_place_and_nothing_of_what_was_at_hand(
    target: Attacked, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("words of a document")

    monkeypatch.setattr(queue, "show_queue", fail)
    answer = target.ask("GET", "/review")
    error = capsys.readouterr().err
    assert answer.status_code == 500 and "RuntimeError in tests." in answer.text
    for told in (answer.text, error):
        assert "Traceback" not in told and "words of a document" not in told
    assert error.count("\n") == 1
