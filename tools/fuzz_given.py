"""What else is fuzzed: what others send back, and what analysts write: hypotheses, scenarios, packages, event data.

Archives are changed as they are, and inside: one part is changed and packed again, so that it is read at all.
"""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import hikiwake as hw
from hikiwake.dossier import Dossier
from hikiwake.dossier.folder.checking import check_case
from hikiwake.errors import ModelError
from hikiwake.exports import export
from hikiwake.relation.importing import import_events
from hikiwake.relation.importing.mapping import read_map
from hikiwake.settlement.packages import divide, negotiation_from, packages
from hikiwake.settlement.scenarios import what_if
from hikiwake.taking import take
from hikiwake.taking.comments import FORMAT
from hikiwake.taking.mapping import read_rules
from tests.event_files import SAMPLES, Sample
from tests.skerries_model import modelled

ROOT = Path(__file__).resolve().parents[1]
Read = Callable[[Path, bytes], object]
Readers = dict[str, tuple[list[bytes], Read]]
PARTS = {"project.qde": "qdpx", "xl/worksheets/sheet5.xml": "xlsx", "xl/workbook.xml": "xlsx"}
HYPOTHESES = """\
[[analyses]]
id = "who"
title = "Who refused?"
question = "why_failed"
note = "A note."
hypotheses = [{ id = "south", text = "Suderland", readings = ["refusal"] }, { id = "both", text = "Both" }]

[[analyses.evidence]]
id = "event-talks"
credibility = "high"

[[analyses.evidence]]
id = "letter"
text = "A letter."
source = "An archive"
relevance = "low"

[[analyses.judgements]]
analyst = "case editor"
evidence = "event-talks"
cells = { south = "C", both = "II" }
reasons = { both = "They came." }

[[analyses.judgements]]
analyst = "ann"
evidence = "letter"
cells = { both = "N", south = "I" }
"""
SCENARIO = """\
title = "Were it otherwise"
era = "1990-1994"
note = "Assumed."

[[assume]]
change = "flip"
decision_maker = "Suderland"
says = "insist"

[[assume]]
change = "take away"
option = "close"

[[assume]]
change = "add"
actor = "SUD"
verb = "accepts"
on = "half"

[[assume]]
change = "move"
decision_maker = "Norland"
says = "close"
rank = 1
"""
COMMENTS = "entry,comment,author,date\nclaim-001,Not so.,A reader,2020-01-02\nevent-talks,“Why?”,Другой,\n"
RULES = "code,kind,actor,on,verb,subject\nTrust,reading,,,,\nA/B,position,NOR,half,supports,\nC,skip,,,,\n"


def given_readers(folder: Path) -> Readers:
    """Each reader by name: inputs that are right, and what is done with a changed one."""
    dossier = replace(modelled(), scenarios=(("otherwise", SCENARIO),))
    case = folder / "given"
    hw.save(dossier, case)
    (case / "hypotheses.toml").write_text(HYPOTHESES, encoding="utf-8")
    sent = {kind: _exported(dossier, folder, kind) for kind in ("qdpx", "qdc", "xlsx")}
    told = json.dumps({"format": FORMAT, "comments": [{"entry": "claim-001", "comment": "No", "author": "A"}]})
    found: Readers = {f"sent.{kind}": ([content], _sent(case, f"sent.{kind}")) for kind, content in sent.items()}
    for part, kind in PARTS.items():
        right = zipfile.ZipFile(io.BytesIO(sent[kind])).read(part)
        found[f"{kind}-{part.rpartition('/')[2]}"] = [right], _packed(_sent(case, f"sent.{kind}"), sent[kind], part)
    found["comments.csv"] = [COMMENTS.encode()], _sent(case, "comments.csv")
    found["comments.json"] = [told.encode()], _sent(case, "comments.json")
    found["codes"] = [RULES.encode()], _rules
    found["hypotheses"] = [HYPOTHESES.encode()], _in_case(case, "hypotheses.toml", _weighed)
    found["scenarios"] = [SCENARIO.encode()], _in_case(case, "scenarios/otherwise.toml", lambda read: what_if(read))
    files = sorted((ROOT / "examples" / "packages").glob("*.toml"))
    found["packages"] = [file.read_bytes() for file in files if len(file.read_bytes()) < 4_000], _packages
    return found | {
        f"events-{name.replace(', ', '-')}": ([sample.content], _imported(sample)) for name, sample in SAMPLES.items()
    }


def _exported(dossier: Dossier, folder: Path, kind: str) -> bytes:
    return export(dossier, folder / f"sent.{kind}", kind, replacing=True).files[0].read_bytes()


def _sent(case: Path, name: str) -> Read:
    """Take a file into a copy of the case."""

    def read(place: Path, content: bytes) -> None:
        fresh = _fresh(place, case)
        file = place / name
        file.write_bytes(content)
        take(fresh, file, force=True)
        if faults := check_case(fresh).faults:
            raise AssertionError(f"a case with faults was written: {faults[0]}")

    return read


def _fresh(place: Path, case: Path) -> Path:
    fresh = place / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.with_suffix(".hwb").unlink(missing_ok=True)
    return Path(shutil.copytree(case, fresh))


def _packed(read: Read, archive: bytes, part: str) -> Read:
    """Read an archive with one part changed."""

    def read_packed(place: Path, content: bytes) -> object:
        packed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w") as new:
            for each in old.namelist():
                new.writestr(each, content if each == part else old.read(each))
        return read(place, packed.getvalue())

    return read_packed


def _rules(place: Path, content: bytes) -> object:
    file = place / "codes.csv"
    file.write_bytes(content)
    return read_rules(file)


def _in_case(case: Path, name: str, ask: Callable[[Dossier], object]) -> Read:
    """Check a copy of the case with one file changed; where it has no fault, ask it, and write it out again."""

    def read(place: Path, content: bytes) -> None:
        fresh = _fresh(place, case)
        (fresh / name).write_bytes(content)
        if not check_case(fresh).faults:
            dossier = hw.load(fresh)
            ask(dossier)
            hw.save(dossier, fresh, force=True)
            if hw.load(fresh) != dossier:
                raise AssertionError("what was written is not what was read")

    return read


def _weighed(dossier: Dossier) -> None:
    found = hw.hypotheses(dossier)
    for each in (found, found.evidence, found.changes, found.between_analysts):
        _ = each.as_rows(), each.sentences


def _packages(_: Path, content: bytes) -> None:
    told = negotiation_from(content.decode("utf-8", "replace"))
    _one_question(lambda: packages(told, draws=5).sentences)
    _one_question(lambda: divide(told).sentences)


def _one_question(ask: Callable[[], object]) -> None:
    """Ask what a file may not be for: then it has to say so."""
    try:
        ask()
    except ModelError as error:
        if not str(error):
            raise


def _imported(sample: Sample) -> Read:
    """Take a file of events into an empty folder."""

    def read(place: Path, content: bytes) -> object:
        (place / "events.txt").write_bytes(content)
        shutil.rmtree(place / "into", ignore_errors=True)
        columns = read_map(sample.columns) if sample.columns else None
        return import_events(sample.layout, [place / "events.txt"], place / "into", columns=columns)

    return read
