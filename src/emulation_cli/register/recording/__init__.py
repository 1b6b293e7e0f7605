"""Recording and editing: what is written, and which record is meant."""
