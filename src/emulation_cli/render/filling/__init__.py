"""An office's own Word file: its marked places filled, and what was filled read back."""
