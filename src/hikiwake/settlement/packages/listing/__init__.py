"""All packages: what each is worth to whom, who accepts it, and the Pareto set."""
