"""Where files are written, and what their names may be: one writer for everything that the program writes."""
