"""A report as a value (sections, sentences, tables), before any format."""
