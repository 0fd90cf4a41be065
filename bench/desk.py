"""How long the desk takes for each action: 10,000 proposals, a document of 300 pages, beside a case of one page.

python bench/desk.py [PROPOSALS] [PAGES]

Printed are, for each action, the median of the server's own time in milliseconds (processor time, without the network
and the browser) for the large case and for the small one of the same run, their ratio, and the size of the answer;
then the same for what is done to the entries of a copy of the built-in case; and last how many megabytes the program
holds more than before the large case was opened.
"""

from __future__ import annotations

import random
import re
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from starlette.testclient import TestClient

from hikiwake.desk import Desk, application
from hikiwake.desk.editing.fields import as_filled
from hikiwake.desk.opened import OpenCase
from hikiwake.documents import Document, text_hash
from hikiwake.dossier import new_case
from hikiwake.dossier.entering.by_hand import cells_there
from hikiwake.dossier.entering.lists import editable
from hikiwake.dossier.folder.cases import case_folder
from hikiwake.periods import Period
from hikiwake.workbench import Proposal, Span, StoredText, Workbench
from hikiwake.workbench.by_hand import stand_of

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


Prepared = dict[str, Callable[[], Any]]


def actions(client: TestClient, opened: OpenCase) -> Prepared:
    """What somebody does at the desk, by name."""
    key = opened.key

    def decide(what: str) -> Callable[[], Any]:
        def act() -> Any:
            found = re.search(r'id="proposal-(\w+)"', client.get("/review").text)
            form = {"case": key, "id": found[1] if found else ""}
            return lambda: client.post(f"/review/{what}", data=form, follow_redirects=False)

        return act

    def correct() -> Any:
        found = re.search(r'id="proposal-(\w+)"', client.get("/review").text)
        form = {"case": key, "proposal": found[1] if found else "", "type": "CONSULT", "accept": "1"}
        return lambda: client.post("/review/change", data=form, follow_redirects=False)

    def described() -> Any:
        form = {"case": key, "title": f"Title {time.monotonic()}"}
        return lambda: client.post("/documents/long-2015/correct", data=form, follow_redirects=False)

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
        "edit and accept": correct,
        "history": see("/history"),
        "entries": see("/entries"),
        "documents": see("/documents"),
        "the text": see("/documents/long-2015"),
        "words in it": see("/documents/long-2015?find=quota"),
        "words in all": see("/documents?find=quota"),
        "a passage": see("/entries/form?document=long-2015&from=0&until=90&kind=claims"),
        "its bibliography": described,
    }


def edits(client: TestClient, opened: OpenCase) -> Prepared:
    """What somebody does to an entry of a case, by name."""
    id_, key = opened.dossier.claims[3].id, opened.key

    def filled() -> dict[str, str]:
        cells = cells_there(opened.dossier, "claims", id_) or ()
        said = as_filled(editable()["claims"], cells)
        return {**said, "case": key, "kind_of": "claims", "id_of": id_, "stood": stand_of(cells)}

    def save(**more: str) -> Callable[[], Any]:
        def prepared() -> Any:
            opened.look()
            form = {**filled(), "summary": f"Summary {time.monotonic()}", **more}
            return lambda: client.post("/entries/save", data=form, follow_redirects=False)

        return prepared

    def post(address: str) -> Callable[[], Any]:
        return lambda: lambda: client.post(address, data={"case": key}, follow_redirects=False)

    def taken_out() -> Any:
        doubt = opened.dossier.doubts[-1].id
        form = {"case": key, "kind_of": "doubts", "id_of": doubt}
        return lambda: client.post("/entries/remove", data=form, follow_redirects=False)

    def see(address: str) -> Callable[[], Any]:
        return lambda: lambda: client.get(address)

    def by_hand() -> Any:
        file = opened.folder / "claims.csv"
        file.write_text(file.read_text().replace("Summary ", "By hand, Summary ", 1))
        return lambda: client.get("/entries")

    return {
        "the list": see("/entries?kind=claims"),
        "by words": see("/entries?kind=claims&words=islands"),
        "a form": see(f"/entries/form?kind=claims&id={id_}"),
        "save": save(),
        "refused": save(holder=""),
        "seen after": see("/entries?kind=claims"),
        "undo": post("/undo"),
        "redo": post("/redo"),
        "take out": taken_out,
        "history": see("/history"),
        "by hand": by_hand,
    }


def measured(desk: Desk, wanted: Callable[[TestClient, OpenCase], Prepared]) -> dict[str, tuple[float, int]]:
    """The median of each action in milliseconds, and the size of its answer."""
    client = TestClient(application(desk), base_url=HERE, headers={"origin": HERE})
    assert desk.opened
    found = {}
    for name, prepare in wanted(client, desk.opened).items():
        seconds, size = [], 0
        for _ in range(TIMES):
            act = prepare()
            start = time.process_time()
            answer = act()
            seconds.append(time.process_time() - start)
            assert answer.status_code == (422 if name == "refused" else answer.status_code) < 500, (name, answer)
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
        small = measured(Desk(root, str(made(root / "small", 1, 60))), actions)
        made(root / "large", pages, count)
        before = memory()
        large = measured(Desk(root, str(root / "large")), actions)
        more = memory() - before
        print(f"{count:,} proposals, {pages} pages; medians of {TIMES}, milliseconds of the processor")
        print(f"{'action':<16}{'large':>9}{'small':>9}{'ratio':>8}{'bytes':>12}")
        for name, (spent, size) in large.items():
            print(f"{name:<16}{spent:>9.1f}{small[name][0]:>9.1f}{spent / small[name][0]:>8.1f}{size:>12,}")
        shutil.copytree(case_folder("japan_russia"), root / "own")
        print("a copy of the built-in case")
        for name, (spent, size) in measured(Desk(root, str(root / "own")), edits).items():
            print(f"{name:<16}{spent:>9.1f}{'':>17}{size:>12,}")
        print(f"memory: {more:.0f} MB more with the large case")


if __name__ == "__main__":
    main()
