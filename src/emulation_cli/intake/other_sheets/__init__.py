"""Sheets that are no list of one record a row: successions, terms, units by level; or no list."""
