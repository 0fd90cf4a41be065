"""The page of the case, live: made from the record as it is now, and kept until that changes."""
