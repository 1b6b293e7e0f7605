"""The catalogue: every noun and every field, once."""
