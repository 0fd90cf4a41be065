"""A first package file of an era, drafted from the record for an analyst to edit."""
