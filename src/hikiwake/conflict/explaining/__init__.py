"""Why a state holds or does not."""
