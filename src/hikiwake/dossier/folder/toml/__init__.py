"""The TOML files of a case as they are read: their tables, and the faults found in them."""
