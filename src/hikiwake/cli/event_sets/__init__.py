"""The commands of event data: taking files in, and asking what is there."""
