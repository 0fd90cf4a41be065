"""Files of event data read in parts: opened, cut into whole records, parsed, and known by their layout."""
