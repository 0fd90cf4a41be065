"""The tables of a case as they lie in files: separators, order of columns, blank rows, workbooks."""
