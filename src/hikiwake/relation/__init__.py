"""How the relationship moved: acts on a scale, a series by period, its turning points, and who names them."""

from hikiwake.relation.relating import relation
from hikiwake.relation.result import Point, RelationSeries
from hikiwake.relation.turning_points import NoTurningPoint, TurningPoint

__all__ = ["NoTurningPoint", "Point", "RelationSeries", "TurningPoint", "relation"]
