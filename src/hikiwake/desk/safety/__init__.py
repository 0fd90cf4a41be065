"""The guards of the desk, one a file; for each there is an attack in the tests that works without it."""
