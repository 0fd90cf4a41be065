"""The case folder: reading, checking and writing the files in which a dossier is kept."""
