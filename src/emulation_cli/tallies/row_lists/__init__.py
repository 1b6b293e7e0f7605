"""Rows: those behind a figure, those of a list, those looked for."""
