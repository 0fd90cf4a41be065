"""How long the desk takes for each action: 10,000 proposals, a document of 300 pages, beside a case of one page.

python bench/desk.py [PROPOSALS] [PAGES]

Printed are, for each action, the median of the server's own time in milliseconds (processor time, without the network
and the browser) for the large case and for the small one of the same run, their ratio, and the size of the answer; and
last how many megabytes the program holds more than before the large case was opened.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from starlette.testclient import TestClient

from hikiwake.desk import Desk, application
from hikiwake.documents import Document, text_hash
from hikiwake.dossier import new_case
from hikiwake.periods import Period
from hikiwake.workbench import Proposal, Span, StoredText, Workbench

HERE = "http://127.0.0.1"
WORDS = (
    "the ministry said on that day a plan for the dam and its old quota would hold while both sides met by the river"
)
TIMES = 7
SENTENCES = 36  # of a page


def text_of(pages: int, seed: int) -> tuple[str, list[tuple[int, int]]]:
    """A text of so many pages, and where its sentences stand."""
    chance, words, text, places = random.Random(seed), WORDS.split(), list[str](), list[tuple[int, int]]()
    at = 0
    for number in range(pages * SENTENCES):
        sentence = " ".join(chance.choices(words, k=14)).capitalize() + "."
        end = "\f" if number % SENTENCES == SENTENCES - 1 else " "
        places.append((at, at + len(sentence)))
        text.append(sentence + end)
        at += len(sentence) + 1
    return "".join(text), places


def proposals(places: list[tuple[int, int]], count: int, seed: int) -> Iterator[Proposal]:
    """So many proposed events, each on a sentence by chance."""
    chance, both = random.Random(seed), ("AAA", "BBB")
    for number in range(count):
        span = Span("long-2015", *chance.choice(places))
        period, cells = Period.parse(str(1900 + number % 100)), (("summary", f"Act {number}"),)
        yield Proposal("event", (span,), (("AGREE", 1.0),), "", both, both, period, "occurred", "", 0.5, cells)


def made(folder: Path, pages: int, count: int) -> Path:
    """A case of one document with proposals."""
    new_case(folder)
    text, places = text_of(pages, 1)
    sha256, written = text_hash(text), Period.parse("2015", "written")
    document = Document("long-2015", "long.txt", sha256, len(text), "A long report", "A board", "", written, "en")
    with Workbench(folder, create=True) as bench:
        bench.take([StoredText(document.id, document.file, sha256, text)], [document])
        bench.take_in()
        bench.propose(proposals(places, count, 2), "rules")
    return folder


def actions(client: TestClient, key: str) -> dict[str, Callable[[], Any]]:
    """What somebody does at the desk, by name."""

    def decide(what: str) -> Callable[[], Any]:
        def act() -> Any:
            found = re.search(r'id="proposal-(\w+)"', client.get("/review").text)
            form = {"case": key, "id": found[1] if found else ""}
            return lambda: client.post(f"/review/{what}", data=form, follow_redirects=False)

        return act

    def of_one(address: str) -> Callable[[], Any]:
        def act() -> Any:
            found = re.search(r'id="proposal-(\w+)"', client.get("/review").text)
            return lambda: client.get(address.format(found[1] if found else ""))

        return act

    def judge() -> Any:
        found = re.search(r'id="proposal-(\w+)"', client.get("/review/second?coder=two").text)
        form = {"case": key, "id": found[1] if found else "", "coder": "two", "decision": "rejected"}
        return lambda: client.post("/review/second/judge", data=form, follow_redirects=False)

    def see(address: str) -> Callable[[], Any]:
        return lambda: lambda: client.get(address)

    return {
        "the queue": see("/review"),
        "its last part": see("/review?after=1000000"),
        "by words": see("/review?about=quota"),
        "the like first": see("/review?first=again"),
        "unsure, alike": see("/review?sure=middle&again=no&kind=event"),
        "merge with": of_one("/review/merge?id={}"),
        "its changes": of_one("/review/changes?id={}"),
        "second coder": see("/review/second?coder=two"),
        "judge": judge,
        "differences": see("/review/differences?coder=two"),
        "accept": decide("accept"),
        "reject": decide("reject"),
        "undo": decide("undo"),
        "redo": decide("redo"),
        "documents": see("/documents"),
        "the text": see("/documents/long-2015"),
    }


def measured(desk: Desk) -> dict[str, tuple[float, int]]:
    """The median of each action in milliseconds, and the size of its answer."""
    client = TestClient(application(desk), base_url=HERE, headers={"origin": HERE})
    assert desk.opened
    found = {}
    for name, prepare in actions(client, desk.opened.key).items():
        seconds, size = [], 0
        for _ in range(TIMES):
            act = prepare()
            start = time.process_time()
            answer = act()
            seconds.append(time.process_time() - start)
            assert answer.status_code in (200, 303), (name, answer.status_code)
            size = len(answer.content)
        found[name] = (1_000 * statistics.median(seconds), size)
    return found


def memory() -> float:
    """The megabytes that this program holds."""
    return int(re.findall(r"VmRSS:\s+(\d+)", Path("/proc/self/status").read_text())[0]) / 1_000


def main() -> None:
    """Measure both cases and print the table."""
    count, pages = (int(word) for word in [*sys.argv[1:], "10000", "300"][:2])
    with TemporaryDirectory() as folder:
        root = Path(folder)
        small = measured(Desk(root, str(made(root / "small", 1, 40))))
        made(root / "large", pages, count)
        before = memory()
        large = measured(Desk(root, str(root / "large")))
        print(f"{count:,} proposals, {pages} pages; medians of {TIMES}, milliseconds of the processor")
        print(f"{'action':<16}{'large':>9}{'small':>9}{'ratio':>8}{'bytes':>12}")
        for name, (spent, size) in large.items():
            print(f"{name:<16}{spent:>9.1f}{small[name][0]:>9.1f}{spent / small[name][0]:>8.1f}{size:>12,}")
        print(f"memory: {memory() - before:.0f} MB more")


if __name__ == "__main__":
    main()
