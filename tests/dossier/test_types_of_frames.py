"""Every key of case.toml and documents.toml has a type: a value of another one is a fault of that file."""

from __future__ import annotations

from typing import Any

import pytest
import tomli_w

from hikiwake.dossier.folder.frame import case_table, documents_table, read_case, read_documents
from hikiwake.dossier.folder.toml.file import TomlFile
from tests.conflict.test_types_of_keys import VALUES, alike, places, with_value
from tests.synthetic import skerries

DOSSIER = skerries().dossier()
FRAMES = {
    "case.toml": (case_table(DOSSIER.case), read_case),
    "documents.toml": (documents_table(DOSSIER.documents), read_documents),
}
PLACES = [(file, path) for file, (table, _) in FRAMES.items() for path in places(table)]


def numbers(one: Any, other: Any) -> bool:
    """Whether both are numbers, which stand for each other where they are degrees; truth is none."""
    return {type(one), type(other)} <= {int, float}


@pytest.mark.parametrize(("file", "path"), PLACES, ids=lambda each: each if isinstance(each, str) else repr(each))
def test_a_value_of_another_type_is_a_fault(file: str, path: tuple[str | int, ...]) -> None:
    table, read = FRAMES[file]
    found: Any = table
    for key in path:
        found = found[key]
    for value in VALUES:
        if alike(found, value) or (numbers(found, value) and value == 7 and path[-1] in ("longitude", "latitude")):
            continue
        if path[-2:-1] == ("order",) and value == "word":
            continue  # one formula in place of a group
        source = TomlFile(file, tomli_w.dumps(with_value(table, path, value)))
        read(source)
        assert source.faults and source.faults[0].file == file, value
