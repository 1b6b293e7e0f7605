"""A person's name taken out, everywhere, for good."""
