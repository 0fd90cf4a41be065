"""What holds in a model, in few lines: solved at once, or, where it is large, in a process of its own."""

from hikiwake.modelling.holding.apart import MOST_OPTIONS, solved_apart
from hikiwake.modelling.holding.lines import Held, Solution, as_lines, beside, solution_of

__all__ = ["MOST_OPTIONS", "Held", "Solution", "as_lines", "beside", "solution_of", "solved_apart"]
