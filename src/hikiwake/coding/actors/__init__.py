"""Who: the gazetteer, and the actors that a text names."""

from hikiwake.coding.actors.finding import named
from hikiwake.coding.actors.gazetteer import Gazetteer, gazetteer
from hikiwake.coding.actors.named import Named

__all__ = ["Gazetteer", "Named", "gazetteer", "named"]
