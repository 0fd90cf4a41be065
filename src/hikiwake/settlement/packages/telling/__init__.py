"""The answers as a result: plain values and sentences."""
