"""What was done, by the codes of a layout: the code, the PLOVER type that it leads to, the quad class and the score."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from hikiwake.relation.importing.meaning.cells import Cells
from hikiwake.relation.importing.meaning.looked_up import Meant, each, few, nothing
from hikiwake.vocabulary import event_types
from hikiwake.vocabulary.codings import cameo_code_titled, cameo_codes
from hikiwake.vocabulary.layouts import Form
from hikiwake.vocabulary.scales import intensity

if TYPE_CHECKING:
    import polars as pl


class Acts:
    """Reads the acts of the rows of one form."""

    def __init__(self, form: Form) -> None:
        """Nothing was read yet."""
        import polars as pl

        self.form = form
        code_of, type_of = _code_of(form.codes), _type_of(form.codes, form.types)
        quads = form.quads or {str(quad): quad for quad in range(1, 5)}
        self._codes, self._of_title = few(code_of), few(lambda title: cameo_code_titled().get(title.casefold()))
        self._types = few(lambda text: type_of(code_of(text)))
        self._quads = each(lambda text: quads.get(text.removesuffix(".0")), pl.Int8)
        self._quads_of_type = each(lambda text: _quad_of(type_of(code_of(text))), pl.Int8)
        self._scores = Meant(self._published_scores)
        self._scores_of_code = each(lambda text: _weights().get(code_of(text)), pl.Float64)
        self._scores_of_type = each(lambda text: _score_of(type_of(code_of(text)), form.scored_by), pl.Float64)

    def of(self, cells: Cells) -> list[pl.Series]:
        """``code``, ``type``, ``quad`` and ``score`` of each row."""
        code = self._with_titles(cells)
        named = self._column("type", cells) if self.form.column("type") else code
        told = [self._codes.of(code), self._types.of(named), self._quad(cells, named), self._score(cells, code, named)]
        return [each.alias(name) for each, name in zip(told, ("code", "type", "quad", "score"), strict=True)]

    def _column(self, part: str, cells: Cells) -> pl.Series:
        column = self.form.column(part)
        return cells[column] if column in cells.columns else nothing(part, len(cells))

    def _with_titles(self, cells: Cells) -> pl.Series:
        """The code as published, or that of the title."""
        import polars as pl

        code = self._column("code", cells)
        if self.form.codes == "cameo titles" or not self.form.column("title") or not code.null_count():
            return code
        of_title = self._of_title.of(self._column("title", cells)).cast(pl.String)
        return code.cast(pl.String).zip_with(code.is_not_null(), of_title)

    def _quad(self, cells: Cells, named: pl.Series) -> pl.Series:
        """The quad class as published, else that of the type."""
        if not self.form.column("quad"):
            return self._quads_of_type.of(named)
        found = self._quads.of(self._column("quad", cells))
        if self.form.quads or not found.null_count():
            return found
        return found.zip_with(found.is_not_null(), self._quads_of_type.of(named))

    def _score(self, cells: Cells, code: pl.Series, named: pl.Series) -> pl.Series:
        """The score as published, else that of the table that the layout names."""
        score = self._scores.of(self._column("score", cells))
        if self.form.scores or not self.form.scored_by or not score.null_count():
            return score
        by_table = self._scores_of_code.of(code) if self.form.scored_by == "cameo" else self._scores_of_type.of(named)
        return score.zip_with(score.is_not_null(), by_table)

    def _published_scores(self, texts: pl.Series) -> pl.DataFrame:
        import polars as pl

        if self.form.scores:
            told = [self.form.scores.get(text.removesuffix(".0")) for text in texts]
            return pl.Series("score", told, dtype=pl.Float64).to_frame()
        return texts.cast(pl.Float64, strict=False).alias("score").to_frame()


def _code_of(codes: str) -> Callable[[str], str]:
    """What the code of a text is: the text itself, but where codes stand as titles."""
    if codes == "cameo titles":
        return lambda title: cameo_code_titled().get(title.casefold(), title)
    return str


def _type_of(codes: str, types: Mapping[str, str]) -> Callable[[str], str | None]:
    """What the PLOVER type of a code is, in a scheme of codes and by a table of a layout."""
    if codes.startswith("cameo"):
        return _cameo_type
    known: dict[str, Any] = {each: each for each in event_types()} if codes == "plover" else {}
    return {**known, **types}.get


@cache
def _cameo_type(code: str) -> str | None:
    """The type of a CAMEO code; of one that is not in the table that of its root."""
    found = cameo_codes().get(code) or cameo_codes().get(code[:2])
    return found.type or None if found else None


@cache
def _weights() -> dict[str, float]:
    """The scores of the CAMEO codes."""
    return {code.code: code.weight for code in cameo_codes().values()}


def _quad_of(type_: str | None) -> int | None:
    """The quad class of a type of acts."""
    known = event_types().get(type_ or "")
    return known.quad if known else None


def _score_of(type_: str | None, table: str) -> float | None:
    """The score that a table gives a type of acts, whatever its mode."""
    return intensity(table).scores.get((type_ or "", ""))
