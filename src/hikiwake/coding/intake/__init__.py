"""From files to a workbench: read, known again or new, coded, and kept as proposals."""

from hikiwake.coding.intake.reading_in import Intake, Model, read_into

__all__ = ["Intake", "Model", "read_into"]
