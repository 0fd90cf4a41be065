"""The rows of a workbench's tables: proposals as JSON, what stands beside them, what they are about."""
