"""Two registers brought together."""
