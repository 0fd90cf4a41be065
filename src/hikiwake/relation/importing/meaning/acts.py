"""What was done, by the codes of a layout: the code, the PLOVER type that it leads to, the quad class and the score."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from hikiwake.relation.importing.meaning.looked_up import looked_up, meant, nothing
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
        self.form = form

    def of(self, cells: pl.DataFrame) -> list[pl.Series]:
        """``code``, ``type``, ``quad`` and ``score`` of each row."""
        import polars as pl

        code = self._code(cells)
        named = self._column("type", cells) if self.form.column("type") else code
        type_ = meant(named, _type_of(self.form.codes, self.form.types), pl.String)
        told = [code, type_, self._quad(cells, type_), self._score(cells, code, type_)]
        return [each.alias(name) for each, name in zip(told, ("code", "type", "quad", "score"), strict=True)]

    def _column(self, part: str, cells: pl.DataFrame) -> pl.Series:
        column = self.form.column(part)
        return cells[column] if column in cells.columns else nothing(part, len(cells))

    def _code(self, cells: pl.DataFrame) -> pl.Series:
        """The code as published, or that of the title."""
        import polars as pl

        code = self._column("code", cells)
        if self.form.codes == "cameo titles":
            return meant(code, lambda title: cameo_code_titled().get(title.casefold(), title), pl.String)
        if self.form.column("title") and code.null_count():
            title = self._column("title", cells)
            of_title = meant(title, lambda each: cameo_code_titled().get(each.casefold()), pl.String)
            return code.zip_with(code.is_not_null(), of_title)
        return code

    def _quad(self, cells: pl.DataFrame, type_: pl.Series) -> pl.Series:
        """The quad class as published, else that of the type."""
        import polars as pl

        def of_type() -> pl.Series:
            return looked_up(type_, {each.id: each.quad for each in event_types().values()}, pl.Int8)

        if not self.form.column("quad"):
            return of_type()
        classes = self.form.quads or {str(each): each for each in range(1, 5)}
        found = meant(self._column("quad", cells), lambda each: classes.get(each.removesuffix(".0")), pl.Int8)
        if self.form.quads or not found.null_count():
            return found
        return found.zip_with(found.is_not_null(), of_type())

    def _score(self, cells: pl.DataFrame, code: pl.Series, type_: pl.Series) -> pl.Series:
        """The score as published, else that of the table that the layout names."""
        import polars as pl

        published = self._column("score", cells)
        if self.form.scores:
            return meant(published, lambda each: self.form.scores.get(each.removesuffix(".0")), pl.Float64)
        score = published.cast(pl.Float64, strict=False)
        if not self.form.scored_by or not score.null_count():
            return score
        if self.form.scored_by == "cameo":
            weights = {each.code: each.weight for each in cameo_codes().values()}
            return score.zip_with(score.is_not_null(), meant(code, weights.get, pl.Float64))
        table = intensity(self.form.scored_by).scores
        scores = {of: each for (of, mode), each in table.items() if not mode}
        return score.zip_with(score.is_not_null(), looked_up(type_, scores, pl.Float64))


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
