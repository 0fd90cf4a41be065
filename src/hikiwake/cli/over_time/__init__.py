"""Commands of how a relation moved: the series, others beside it, event data taken in, drivers held against time."""
