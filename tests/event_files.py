"""A file of events for each layout, with the faults that files of it are known to have, and what must come of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from hikiwake.vocabulary.layouts import Form, layout


@dataclass(frozen=True)
class Sample:
    """A file: its bytes and layout; how many rows it has, which are set aside and why, which columns are repaired.

    ``pairs`` are the source and target of some rows by number, ``spans`` their first and last day; ``codes`` the code,
    type and quad class; ``open_names`` the names that stay open.
    """

    layout: str
    content: bytes
    rows: int
    aside: dict[int, str] = field(default_factory=dict)
    pairs: dict[int, set[tuple[str | None, str | None]]] = field(default_factory=dict)
    spans: dict[int, tuple[str, str]] = field(default_factory=dict)
    codes: dict[int, tuple[str, str | None, int | None]] = field(default_factory=dict)
    scores: dict[int, float | None] = field(default_factory=dict)
    repaired: dict[str, dict[int, str]] = field(default_factory=dict)
    open_names: dict[str, int] = field(default_factory=dict)
    repeated: tuple[int, int] = (0, 0)
    columns: str = ""
    before: tuple[str, bytes] | None = None
    events: bool = True
    table: bool = True

    @property
    def stored(self) -> int:
        """How many rows are stored."""
        return self.rows - len(self.aside)


def written(form: Form, rows: Sequence[dict[str, str]], header: bool = True, raw: Sequence[str] = ()) -> bytes:
    """Rows as a file of a form: what a row does not say is empty; raw lines follow."""
    from csv import QUOTE_MINIMAL, QUOTE_NONE, writer
    from io import StringIO

    out = StringIO()
    quoting: Literal[0, 3] = QUOTE_MINIMAL if form.quote else QUOTE_NONE
    table = writer(out, delimiter=form.separator, quotechar=form.quote or None, quoting=quoting, lineterminator="\n")
    if header:
        table.writerow(list(form.columns))
    table.writerows([row.get(column, "") for column in form.columns] for row in rows)
    return (out.getvalue() + "".join(raw)).encode(form.encoding)


def _icews() -> Sample:
    form = layout("icews")[0]

    def row(number: str, day: str, source: str, target: str, **more: str) -> dict[str, str]:
        told = {"Event ID": number, "Event Date": day, "Source Name": f"Citizen ({source})", "Source Country": source,
                "Target Name": f"Government ({target})", "Target Country": target, "Event Text": "Consult",
                "CAMEO Code": "040", "Intensity": "1.0", "Publisher": "A Daily", "Longitude": "139.6"}  # fmt: skip
        return told | {name.replace("_", " "): value for name, value in more.items()}

    rows = [
        row("1", "2014-01-02", "Japan", "Russian Federation"),
        row("2", "2014-01-03", "Russian Federation", "Japan", CAMEO_Code="", Event_Text="Make a visit"),
        row("2", "2014-01-04", "Japan", "China"),  # an id twice
        row("3", "2014-01-05", "NA", "Japan", Source_Name="Some Movement"),
        row("4", "06/02/2014", "Japan", "China"),  # another form of dates, read in two ways
        row("5", "16-Feb-2014", "Japan", 'the "other" side'),
        row("6", "2014-02-17", "China", "Japan", Longitude=""),
        row("6", "2014-02-17", "China", "Japan", Longitude=""),  # a row twice
        row("7", "", "China", "Japan"),
        row("", "2014-02-18", "China", "Japan"),  # rows without an id repeat none
        row("", "2014-02-19", "China", "Japan"),
    ]
    content = written(form, rows, raw=["8\t2014-01-02\tJapan\n", "\n", "9\t" * 25 + "x\n"])
    return Sample(
        "icews", content, 13,
        aside={5: "a date that can be read in two ways", 9: "no date", 12: "found 3 fields, expected 20",
               13: "found 26 fields, expected 20"},
        pairs={1: {("JPN", "RUS")}, 4: {(None, "JPN")}, 6: {("JPN", None)}},
        spans={6: ("2014-02-16", "2014-02-16")}, codes={1: ("040", "CONSULT", 1), 2: ("042", "CONSULT", 1)},
        scores={1: 1.0}, open_names={"Some Movement": 1, 'Government (the "other" side)': 1}, repeated=(1, 1),
    )  # fmt: skip


def _icews_reduced() -> Sample:
    content = (
        b"source,event,target,date\nJapan,Consult,Russia,2014-01-02\n"
        b"Shinzo Abe,Praise or endorse,Citizen (Japan),2014-01-03\n"
        b'"An ""odd"", name",Consult,Russia,2014-01-04\nJapan,Consult,Russia,2014-01-02\n'
        b"Japan,No such title,Russia,2014-02\n"
        b"Japan,Consult,Russia\n"
    )
    return Sample(
        "icews-reduced", content, 6, aside={6: "found 3 fields, expected 4"},
        pairs={1: {("JPN", "RUS")}, 2: {("JPN", "JPN")}, 3: {(None, "RUS")}}, spans={5: ("2014-02-01", "2014-02-28")},
        codes={2: ("051", "SUPPORT", 1), 5: ("No such title", None, None)}, scores={2: 3.4, 5: None},
        open_names={'An "odd", name': 1}, repeated=(1, 0),
    )  # fmt: skip


def _gdelt(name: str) -> Sample:
    form = layout(name)[0]

    def row(number: int, day: str, added: str, one: str, two: str, **more: str) -> dict[str, str]:
        told = {"GLOBALEVENTID": str(number), "SQLDATE": day, "MonthYear": day[:6], "Year": day[:4],
                "FractionDate": f"{day[:4]}.01", "Actor1CountryCode": one, "Actor1Code": one, "Actor2CountryCode": two,
                "Actor2Code": two, "EventCode": "040", "QuadClass": "1", "GoldsteinScale": "1.0", "DATEADDED": added,
                "SOURCEURL": "https://news.example.org/a"}  # fmt: skip
        return told | more

    rows = [
        row(1, "19200101", "20200101", "JPN", "RUS"),  # the year 1920 for 2020
        row(2, "20200103", "20200103101500", "RUSGOV", "---", Actor2Name="A NAME"),
        row(3, "19200103", "20200301", "JPN", "RUS"),  # not among the days of the erratum: kept as published
        row(4, "20200104", "20200104", "X", "", Actor1Name="JAPAN", Actor2Name="A NAME", EventCode="---", QuadClass=""),
        row(5, "20200145", "20200104", "JPN", "ROM"),
    ]
    content = written(form, rows, header=False, raw=["1\t2\n"])
    return Sample(
        name, content, 6, aside={5: "no such day", 6: f"found 2 fields, expected {len(form.columns)}"},
        pairs={1: {("JPN", "RUS")}, 2: {("RUS", None)}, 4: {("JPN", None)}},
        spans={1: ("2020-01-01", "2020-01-01"), 3: ("1920-01-03", "1920-01-03")},
        codes={1: ("040", "CONSULT", 1)}, scores={1: 1.0}, open_names={"A NAME": 2},
        repaired={"SQLDATE": {1: "20200101"}, "Year": {1: "2020"}},
    )  # fmt: skip


def _polecat() -> Sample:
    form = layout("polecat")[0]
    told = {"Event ID": "a1", "Event Date": "2023-03-01", "Event Type": "CONSULT", "Event Mode": "visit",
            "Intensity": "4.0", "Quad Code": "VERBAL COOPERATION", "Contexts": "diplomatic", "Actor Country": "Japan",
            "Recipient Country": "China; Russia", "Source": "Journal of Zürich", "Version": "1"}  # fmt: skip
    rows = [
        told,
        {**told, "Event ID": "a2", "Actor Country": "None", "Actor Name": "Somebody"},
        {**told, "Event ID": "a3"},
    ]
    lines = written(form, rows).decode("iso-8859-1").split("\n")
    lines[0] = lines[0].replace("Intensity", "Event Intensity").replace("Contexts", "Headline\tContexts")
    lines[3] += "\t\t"  # surplus tabs
    lines[4] = lines[2].replace("\tNone", "\tNone\tmore")
    content = "\n".join([*lines, ""]).encode("iso-8859-1")
    return Sample(
        "polecat", content, 4, aside={4: "found 41 fields, expected 40"},
        pairs={1: {("JPN", "CHN"), ("JPN", "RUS")}, 2: {(None, "CHN"), (None, "RUS")}},
        codes={1: ("CONSULT", "CONSULT", 1)}, scores={1: 4.0}, open_names={"Somebody": 1},
    )  # fmt: skip


def _phoenix() -> Sample:
    form = layout("phoenix")[0]
    told = {"eid": "1", "story_date": "1/2/1950", "year": "1950", "month": "1", "day": "2", "source": "JPNGOV",
            "source_root": "JPN", "target": "SUN", "target_root": "SUN", "code": "036", "quad_class": "1",
            "goldstein": "4", "joined_issues": "ISLANDS,2"}  # fmt: skip
    rows = [told, {**told, "eid": "2", "source_root": "", "source": "GOV", "quad_class": "0"}, {**told, "year": ""}]
    return Sample(
        "phoenix", written(form, rows), 3, aside={3: "no date"}, pairs={1: {("JPN", "SUN")}, 2: {(None, "SUN")}},
        spans={1: ("1950-01-02", "1950-01-02")}, codes={1: ("036", "AGREE", 1), 2: ("036", "AGREE", 1)},
        scores={1: 4.0}, open_names={"GOV": 1}, repeated=(0, 1),
    )  # fmt: skip


def _phoenix_daily() -> Sample:
    form = layout("phoenix")[1]
    told = {"EventID": "0_v0.2.0", "Date": "20140620", "Year": "2014", "Month": "6", "Day": "20",
            "SourceActorFull": "THAGOV", "SourceActorEntity": "THA", "TargetActorEntity": "USA",
            "EventCode": "043", "QuadClass": "1",
            "GoldsteinScore": "2.8", "URLs": "x", "NewsSources": "y"}  # fmt: skip
    content = written(form, [told], header=False)
    return Sample("phoenix", content, 1, pairs={1: {("THA", "USA")}}, codes={1: ("043", "CONSULT", 1)}, scores={1: 2.8})


def _plover() -> Sample:
    def actor(code: str) -> dict[str, str]:
        return {"actorText": code, "code": code, "sector": "GOV"}

    records = [
        {"id": "0", "event": "DOCUMENT", "eventText": "of the file"},
        {"id": "1", "date": "2000-01-01", "event": "AGREE", "source": [actor("JPN"), actor("ROU")], "target": ""},
        {"id": "2", "date": "2000-01-01", "event": "DEMAND", "source": [actor("JAP")], "target": [actor("RUS")]},
        {"id": "3", "date": "2000-01-01", "event": ["CONSULT"], "actor": [actor("CHN")], "recipient": "diplomatic"},
        {"id": "4", "event": "AID", "source": [actor("CHN")]},
        ["no record"],
    ]
    return Sample(
        "plover", json.dumps(records, indent=1).encode(), 6, table=False,
        aside={1: "a record about the file, no event", 5: "no date", 6: "no record in JSON"},
        pairs={2: {("JPN", "ROU"), ("ROU", "JPN")}, 3: {("JPN", "RUS")}, 4: {("CHN", None)}},
        codes={3: ("DEMAND", "REQUEST", 3), 4: ("CONSULT", "CONSULT", 1)}, scores={3: 0.0},
        open_names={"diplomatic": 1},
    )  # fmt: skip


def _acled() -> Sample:
    form = layout("acled")[0]
    told = {"event_id_cnty": "UKR1", "event_date": "16 May 2025", "year": "2025", "disorder_type": "Political violence",
            "event_type": "Battles", "sub_event_type": "Armed clash", "actor1": "Military Forces of Russia (2000-)",
            "inter1": "State forces", "actor2": "Military Forces of Ukraine (2019-)", "inter2": "1", "fatalities": "3",
            "notes": 'Said "so", and\nmore', "timestamp": "1747800000"}  # fmt: skip
    rows = [
        told,
        {**told, "event_date": "0025-05-17", "year": "25", "event_id_cnty": "UKR2", "event_type": "Protests"},
        {**told, "event_date": "2025-05-18", "event_id_cnty": "UKR2", "timestamp": "1747900000"},  # changed later
        {**told, "event_date": "2025-05-19", "event_id_cnty": "UKR3", "actor1": "Somebody", "actor2": ""},
    ]
    content = written(form, rows, raw=['UKR4,"17 May 2025",2025,an open "quotation\n'])
    return Sample(
        "acled", content, 5, aside={5: "found 4 fields, expected 31"},
        pairs={1: {("RUS", "UKR")}, 4: {(None, None)}}, spans={2: ("2025-05-17", "2025-05-17")},
        codes={1: ("Armed clash", "ASSAULT", 4), 2: ("Armed clash", "PROTEST", 4)}, scores={1: 3.0},
        repaired={"event_date": {1: "2025-05-16", 2: "2025-05-17"}, "year": {2: "2025"}},
        open_names={"Somebody": 1}, repeated=(0, 1),
    )  # fmt: skip


def _ucdp(header: bool) -> Sample:
    form = layout("ucdp-ged")[0]
    told = {"id": "1", "year": "2014", "type_of_violence": "1", "conflict_name": "A: B",
            "side_a": "Government of Ukraine", "side_b": "DPR, and others", "date_start": "2014-05-01",
            "date_end": "2014-05-03", "best": "4", "gwnoa": "369", "number_of_sources": "1",
            "where_prec": "1", "event_clarity": "1", "date_prec": "2", "deaths_a": "0",
            "deaths_b": "0", "deaths_civilians": "4", "deaths_unknown": "0", "high": "4", "low": "4",
            "latitude": "48.1", "longitude": "37.2"}  # fmt: skip
    rows = [told, {**told, "id": "2", "gwnob": "365", "date_end": "2014-04-30"}, {**told, "id": "3", "gwnob": "365"}]
    return Sample(
        "ucdp-ged", written(form, rows, header), 3, aside={2: "it ends before it begins"},
        pairs={1: {("UKR", None)}, 3: {("UKR", "RUS")}}, spans={1: ("2014-05-01", "2014-05-03")},
        codes={1: ("1", "ASSAULT", 4)}, scores={1: 4.0}, open_names={"DPR, and others": 1},
    )  # fmt: skip


def _mid_dyadic() -> Sample:
    told = {"disno": "2", "statea": "2", "stateb": "200", "strtday": "-9", "strtmnth": "7", "strtyr": "1902",
            "endday": "24", "endmnth": "1", "endyear": "1903", "highmcaa": "7", "hihosta": "3",
            "year": "1902"}  # fmt: skip
    rows = [told, {**told, "year": "1903"}, {**told, "statea": "365", "stateb": "999"}, {**told, "year": "1950"}]
    return Sample(
        "mid-dyadic", written(layout("mid-dyadic")[0], rows), 4, aside={4: "its year lies outside of its dates"},
        pairs={1: {("USA", "GBR")}, 3: {("RUS", None)}},
        spans={1: ("1902-07-01", "1902-12-31"), 2: ("1903-01-01", "1903-01-24")},
        codes={1: ("7", None, 4)}, scores={1: 3.0}, open_names={"999": 1},
    )  # fmt: skip


def _directed(name: str) -> Sample:
    told = {"dispnum": "3", "ccode1": "255.0", "ccode2": "640", "year": "1866", "hiact1": "10.0", "hostlev1": "2"}
    rows = [told, {**told, "year": "1950"}, {**told, "year": "-9"}]
    return Sample(
        name, written(layout(name)[0], rows), 3, aside={3: "no date"},
        pairs={1: {("PRU", "OTT")}, 2: {("DEU", "TUR")}}, spans={1: ("1866-01-01", "1866-12-31")},
        codes={1: ("10.0", None, 3)}, scores={1: 2.0},
    )  # fmt: skip


def _un_votes() -> Sample:
    form = layout("un-votes")[0]
    told = {
        "rcid": "3",
        "ccode": "740",
        "vote": "1",
        "Countryname": "Japan",
        "date": "1957-01-01",
        "short": "RULES, OF",
    }
    rows = [told, {**told, "vote": "8"}, {**told, "vote": "9", "ccode": ""}, {**told, "ccode": "365", "vote": "3"}]
    lines = written(form, rows).decode().splitlines()
    content = "\n".join([f'"",{lines[0]}', *(f'"{number}",{line}' for number, line in enumerate(lines[1:], 1))])
    return Sample(
        "un-votes", content.encode(), 4, pairs={1: {("JPN", None)}, 3: {("JPN", None)}, 4: {("RUS", None)}},
        codes={1: ("1", None, None)}, scores={1: 1.0, 2: None, 3: None, 4: -1.0},
    )  # fmt: skip


ROLL_CALLS = b"rcid,session,importantvote,date,unres,amend,para,short,descr\n3,1.0,0,1990-05-01,R/1,1,0,RULES,NA\n"


def _un_votes_short() -> Sample:
    content = b"rcid,country,country_code,vote\n3.0,Namibia,NA,yes\n3.0,Japan,JP,abstain\n9.0,Japan,JP,no\n"
    return Sample(
        "un-votes", content, 3, aside={3: "no date"}, before=("un-roll-calls", ROLL_CALLS),
        pairs={1: {("NAM", None)}}, spans={1: ("1990-05-01", "1990-05-01")}, scores={1: 1.0, 2: 0.0},
    )  # fmt: skip


def _plain() -> Sample:
    content = (
        "Day;A;B;Type;Weight\n3.4.2014;Japan;Russia;talk;2\n13.4.2014;Nobody;Russia;=1+1;\n32.4.2014;Japan;Russia;x;1\n"
    )
    return Sample(
        "plain", content.encode(), 3, aside={3: "no such day"},
        columns="date=Day,source=A,target=B,code=Type,score=Weight,dates=dmy",
        pairs={1: {("JPN", "RUS")}}, spans={1: ("2014-04-03", "2014-04-03")}, codes={1: ("talk", None, None)},
        scores={1: 2.0, 2: None}, open_names={"Nobody": 1},
    )  # fmt: skip


SAMPLES = {
    "acled": _acled(),
    "gdelt1": _gdelt("gdelt1"),
    "gdelt2": _gdelt("gdelt2"),
    "gml": _directed("gml"),
    "icews": _icews(),
    "icews-reduced": _icews_reduced(),
    "mid-directed": _directed("mid-directed"),
    "mid-dyadic": _mid_dyadic(),
    "phoenix": _phoenix(),
    "phoenix, daily": _phoenix_daily(),
    "plain": _plain(),
    "plover": _plover(),
    "polecat": _polecat(),
    "ucdp-ged": _ucdp(True),
    "ucdp-ged, candidates": _ucdp(False),
    "un-roll-calls": Sample("un-roll-calls", ROLL_CALLS, 1, events=False),
    "un-votes": _un_votes(),
    "un-votes, short": _un_votes_short(),
}
