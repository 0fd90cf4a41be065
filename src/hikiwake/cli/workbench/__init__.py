"""The commands of the workbench: from files to proposals, and from proposals to the case."""
