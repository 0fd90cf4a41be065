"""TOML that asks for gigabytes, or for a stack without end, is refused with its line before it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from hikiwake.conflict import conflict_from
from hikiwake.dossier.folder.checking import check_case
from hikiwake.errors import ModelError
from hikiwake.storage.incoming import UnreadError
from hikiwake.storage.toml import DEEPEST, LARGEST_TOML, MOST_DIGITS, MOST_DOTS, toml
from tests.safety.folders import own_case

MANY = 20_000
UNBOUNDED = {
    "a dotted key": ("a" + ".a" * MANY + " = 1", "a key of more than"),
    "a dotted key with blanks": ("a" + " . a" * MANY + " = 1", "a key of more than"),
    "a dotted key of quoted parts": ('"a"' + ".'a'" * MANY + " = 1", "a key of more than"),
    "a header": ("[a" + ".a" * MANY + "]", "a key of more than"),
    "a header of an array": ("[[a" + ".a" * MANY + "]]", "a key of more than"),
    "a key in a table in a line": ("a = { b" + ".a" * MANY + " = 1 }", "a key of more than"),
    "many dotted keys": ("".join(f"a{each}{'.a' * 10} = 1\n" for each in range(MOST_DOTS // 9)), "dots"),
    "lists": ("a = " + "[" * MANY, "brackets"),
    "lists over lines": ("a = " + "[\n" * MANY, "brackets"),
    "tables in a line": ("a = " + "{a = " * MANY + "1" + "}" * MANY, "brackets"),
    "a whole number": ("a = " + "9" * MANY, "digits"),
    "a number with a fraction": ("a = 0." + "9" * MANY, "digits"),
    "digits between marks": ("a = " + "9_" * MANY + "9", "digits"),
    "too long": ("#" * (LARGEST_TOML + 1), "at most"),
}
WITHIN = {
    "dots in a text": 'a = "' + "." * MANY + '"',
    "dots in a text of several lines": 'a = """\n' + '.\\"""' * MANY + '"""',
    "dots in a literal": "a = '''" + ".''" * MANY + "\n'''",
    "brackets in a text": f"a = '{'[' * MANY}'",
    "brackets in a comment": "# " + "[{." * MANY + "\na = 1",
    "digits in a key": "9" * MOST_DIGITS + " = 1",
    "many numbers": "a = [" + "1.5, " * 1000 + "]",
    "many keys": "".join(f"a{each}.b = 1\n" for each in range(1000)),
    "deep as allowed": "a = " + "[" * DEEPEST + "]" * DEEPEST + "\nb" + ".b" * (DEEPEST - 1) + " = 1",
}


@pytest.mark.parametrize("kind", UNBOUNDED)
def test_what_is_out_of_bounds_is_refused_with_its_line(kind: str) -> None:
    text, said = UNBOUNDED[kind]
    with pytest.raises(UnreadError, match=said) as met:
        toml(f"x = 1\n{text}")
    assert met.value.line >= 2 or kind == "too long"


@pytest.mark.parametrize("kind", WITHIN)
def test_what_only_looks_like_it_is_read(kind: str) -> None:
    assert toml(WITHIN[kind])


@pytest.mark.parametrize("file", ["case.toml", "documents.toml"])
@pytest.mark.parametrize("kind", sorted(UNBOUNDED.keys() - {"too long"}))
def test_it_is_the_only_fault_of_a_case(kind: str, file: str, tmp_path: Path) -> None:
    case = own_case(tmp_path)
    (case / file).write_text(UNBOUNDED[kind][0], encoding="utf-8")
    (fault,) = check_case(case).faults
    assert fault.file == file and fault.line and UNBOUNDED[kind][1] in fault.found


@pytest.mark.parametrize("kind", sorted(UNBOUNDED.keys() - {"too long"}))
def test_a_conflict_is_refused(kind: str) -> None:
    with pytest.raises(ModelError, match=r"m.toml:\d+ is not TOML that can be read: .*" + UNBOUNDED[kind][1]):
        conflict_from(UNBOUNDED[kind][0], "m.toml")


@pytest.mark.parametrize("text", ["a = 1\nb =", "a = 1\n= 2", 'a = 1\nb = "', "a = 1\na = 2", "a = 1\n[a]", "x = 1\n]"])
def test_what_is_no_toml_has_its_line(text: str) -> None:
    with pytest.raises(UnreadError) as met:
        toml(text)
    assert met.value.line == 2
