"""Dates in texts: the forms in which they are written, and the periods they may mean."""

from hikiwake.documents.dates.finding import DateFound, dates_in
from hikiwake.documents.dates.forms import YEAR, number

__all__ = ["YEAR", "DateFound", "dates_in", "number"]
