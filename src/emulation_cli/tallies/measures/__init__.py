"""Figures: what is counted, by which rule, from which rows."""
