"""Conflicts in files: the TOML of this program, GMCR files, and the forms in which states go elsewhere."""
