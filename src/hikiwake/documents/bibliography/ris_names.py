"""The names in one line of RIS: one, as the format wants it, or several, as other programs write them."""

from __future__ import annotations

import re

from hikiwake.documents.bibliography.names import SUFFIX, Author, body, family_and_given, said_name, sorted_name

_ROLE = re.compile(r"\s*\((?:eds?|editors?|hrsg|ред|編)\.?\)\s*$", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[ -]?){1,4}")


def names_in_line(line: str) -> list[Author]:
    """The authors of one line; what could be read in several ways stays one name, as it stands.

    >>> [str(name) for name in names_in_line("Okta, Ann and Berg, Nils")]
    ['Ann Okta', 'Nils Berg']
    >>> [str(name) for name in names_in_line("Ann Okta, Nils Berg, Eva Holm")], str(names_in_line("Berg, Mary Jane")[0])
    (['Ann Okta', 'Nils Berg', 'Eva Holm'], 'Mary Jane Berg')
    """
    name = _ROLE.sub("", line).strip()
    pieces = re.split(r"\s+(?:and|&)\s+", name)
    if len(pieces) > 1 and any(map(_is_sorted, pieces)) and all(_is_sorted(each) or _is_said(each) for each in pieces):
        return [sorted_name(each) if _is_sorted(each) else said_name(each) for each in pieces]
    if ",," in name or "," not in name:
        return [sorted_name(name) if "," in name else body(name)]
    parts = [part.strip() for part in name.split(",") if part.strip()]
    if len(parts) > 2 and all(map(_is_said, parts)):
        return list(map(said_name, parts))
    if len(parts) > 3 and len(parts) % 2 == 0 and all(map(_INITIALS.fullmatch, parts[1::2])):
        return [sorted_name(f"{family}, {given}") for family, given in zip(parts[::2], parts[1::2], strict=True)]
    plain = [part for part in parts[1:] if not SUFFIX.fullmatch(part)]
    return [sorted_name(name) if len(plain) < 2 else body(name)]


def _is_sorted(name: str) -> bool:
    """Whether it is one name as bibliographies sort it: family name, comma, given names."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    return len(parts) == 2 and len(parts[0].split()) < 4


def _is_said(name: str) -> bool:
    return family_and_given(name) is not None
