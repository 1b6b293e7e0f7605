"""Sheets of ours that come back: corrections, rows that are gone, registrations."""
