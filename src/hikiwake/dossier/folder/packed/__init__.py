"""A case packed into one file, zip or xlsx, out of which it is read like a folder."""
