"""Every table of events or dyads in the shared folder comes in, with every row accounted for."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import polars as pl
import pytest

from hikiwake.relation.importing import import_events
from hikiwake.relation.importing.mapping import read_map

COW = "actors=cow"
TABLES = {  # layout, file, map: in an order in which what is looked up comes first
    "icews, all columns": ("icews", "icews/icews_2018_full_columns_sample.tsv.gz", ""),
    "icews 2005-2015": ("icews-reduced", "icews/icews_2005-2015_sample20pct.csv.gz", ""),
    "icews 2014": ("icews-reduced", "icews/icews_2014_sample20pct.csv.gz", ""),
    "icews 2018": ("icews-reduced", "icews/icews_2018_sep-oct.csv.gz", ""),
    "dyadic disputes": ("mid-dyadic", "cow_mid/dyadic_mid_4.02.csv.gz", ""),
    "directed disputes": ("gml", "cow_mid/gml_dirdisp.csv.gz", ""),
    "disputes": (
        "plain",
        "cow_mid/MIDA_5.0.csv",
        "date=styear+stmon+stday,last=endyear+endmon+endday,code=hiact,score=hostlev,id=dispnum,missing=-9",
    ),
    "participants": (
        "plain",
        "cow_mid/MIDB_5.0.csv.gz",
        f"date=styear+stmon+stday,last=endyear+endmon+endday,source=ccode,code=hiact,score=hostlev,{COW},missing=-9",
    ),
    "incidents": (
        "plain",
        "cow_mid/MIDI_5.0.csv",
        "date=styear+stmon+stday,last=endyear+endmon+endday,code=action,score=hostlev,id=incidnum,missing=-9",
    ),
    "participants in incidents": (
        "plain",
        "cow_mid/MIDIP_5.0.csv.gz",
        f"date=styear+stmon+stday,last=endyear+endmon+endday,source=ccode,code=action,score=hostlev,{COW},missing=-9",
    ),
    "alliances": ("plain", "dyads_and_leaders/atop_alliance.csv.gz", f"date=year,source=ccode1,target=ccode2,{COW}"),
    "rivalries": (
        "plain", "dyads_and_leaders/td_rivalries.csv",
        f"date=styear,last=endyear,source=ccode1,target=ccode2,code=type1,id=rivalryno,{COW}",
    ),
    "strategic rivalries": (
        "plain", "dyads_and_leaders/tss_rivalries.csv",
        f"date=start,last=end,source=ccode1,target=ccode2,id=tssr_id,{COW}",
    ),
    "leaders": (
        "plain", "dyads_and_leaders/archigos.csv.gz",
        f"date=startdate,last=enddate,source=gwcode,code=entry,id=obsid,{COW}",
    ),
    "armed conflicts": (
        "plain", "dyads_and_leaders/ucdp_acd.csv.gz",
        f"date=year,source=gwno_a,target=gwno_b,code=type_of_conflict,score=intensity_level,id=conflict_id,{COW}",
    ),
    "trade": ("plain", "dyads_and_leaders/cow_trade_sy.csv.gz", f"date=year,source=ccode,score=imports,{COW}"),
    "claims": (
        "plain", "icow_claims/icow_dyad_year_1.1.csv.gz",
        f"date=year,source=chal,target=tgt,code=issue,score=icowsal,id=claimdy,{COW}",
    ),
    "gold records": ("plover", "gold_text_event/PLOVER_GSR_CAMEO.json.gz", ""),
    "roll calls": ("un-roll-calls", "un_votes/un_roll_calls.csv.gz", ""),
    "votes": ("un-votes", "un_votes/un_votes.csv.gz", ""),
    "ideal points": (
        "plain", "un_votes/ideal_points_1946-2012.csv.gz", "date=Year,source=CountryName,score=idealpoint",
    ),
}  # fmt: skip
JAPAN_RUSSIA = {"dyadic disputes": 142, "directed disputes": 130, "alliances": 56}


def rows_of(path: Path) -> int:
    """How many rows or records a file has, counted by other means."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        if ".json" in path.name:
            return len(json.load(file))
        unquoted = ".tsv" in path.name
        rows = file if unquoted else csv.reader(file)
        return sum(1 for _ in rows) - 1


@pytest.fixture(scope="module")
def into(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of events for all tables."""
    assert (shared / "data").is_dir()
    return tmp_path_factory.mktemp("shared") / "into"


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_the_shared_tables_is_accounted_for(name: str, shared: Path, into: Path) -> None:
    layout, file, told = TABLES[name]
    path = shared / "data" / file
    (done,) = import_events(layout, [path], into, columns=read_map(told) if told else None)
    assert (done.fault, done.rows) == ("", rows_of(path))
    assert done.stored + done.aside == done.rows
    assert done.aside <= done.rows * 0.01
    if name in JAPAN_RUSSIA:
        parts = pl.scan_parquet(into / "events" / "*" / "*.parquet", hive_partitioning=False)
        one = (pl.col("source") == "JPN") & (pl.col("target") == "RUS")
        other = (pl.col("source") == "RUS") & (pl.col("target") == "JPN")
        both = parts.filter(pl.col("file") == done.sha256[:16], one | other)
        assert both.select(pl.len()).collect().item() == JAPAN_RUSSIA[name]
