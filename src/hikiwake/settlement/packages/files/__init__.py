"""The package file: read with every fault, and found in a case."""
