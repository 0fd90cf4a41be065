"""Names as BibTeX writes them: ``{World Bank} and King, Jr., Martin Luther and others``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hikiwake.documents.bibliography.names import (
    COMPANY,
    OTHERS,
    SUFFIX,
    Author,
    body,
    is_body,
    person,
    replaced_suffix,
    said_name,
)
from hikiwake.documents.bibliography.tex import escaped, plain, with_letters

_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def names_text(authors: Iterable[Author]) -> str:
    """Authors as BibTeX writes them; bodies in braces."""
    return " and ".join(map(_name, authors))


def _name(author: Author) -> str:
    if author == OTHERS:
        return "others"
    if author.literal:
        return f"{{{escaped(author.literal)}}}"
    words = author.family.split()
    braced = not all(word[0].isupper() for word in words) or re.search(r"\band\b|,|\\", author.family, re.IGNORECASE)
    family = f"{{{escaped(author.family)}}}" if braced else escaped(author.family)
    parts = (" ".join(filter(None, (escaped(author.particle), family))), _part(author.suffix), _part(author.given))
    return ", ".join(filter(None, parts))


def _part(text: str) -> str:
    braced = re.search(r",|\band\b|\\", text, re.IGNORECASE) or _EAST.search(text)
    return f"{{{escaped(text)}}}" if braced else escaped(text)


def names_of(value: str) -> tuple[Author, ...]:
    """The authors in a BibTeX field. Raises ``ValueError`` for braces that do not close."""
    from bibtexparser.middlewares.names import split_multiple_persons_names

    names = split_multiple_persons_names(with_letters(value))
    found = [_author(name.strip()) for name in names if name.strip(" ,")]
    named = tuple(author for author in found if author != OTHERS and (author.literal or author.family))
    return (*named, OTHERS) if named and OTHERS in found else named


def _author(name: str) -> Author:
    from bibtexparser.middlewares.names import parse_single_name_into_parts

    if _is_braced(name):
        return body(plain(name))
    said = plain(name)
    if body(said) == OTHERS:
        return OTHERS
    if "," not in name and (is_body(said) or (_EAST.search(said) and "{" not in name)):
        return said_name(said)
    parts = parse_single_name_into_parts(name, strict=False)
    family, given, particle, suffix = (plain(" ".join(part)) for part in (parts.last, parts.first, parts.von, parts.jr))
    if COMPANY.fullmatch(given):
        return body(said)
    if not suffix and given and SUFFIX.fullmatch(given):
        return replaced_suffix(" ".join(filter(None, (particle, family))), given)
    if SUFFIX.fullmatch(given) and not SUFFIX.fullmatch(suffix):
        given, suffix = suffix, given
    return person(family, given, particle, suffix)


def _is_braced(name: str) -> bool:
    """Whether one pair of braces holds the whole name."""
    if not (name.startswith("{") and name.endswith("}")) or re.fullmatch(r"\{\\['`\"^~=.][^{}]\}", name):
        return False
    depth = 0
    for sign in re.finditer(r"\\.|[{}]", name, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if depth == 0 and sign.end() < len(name):
            return False
    return True
