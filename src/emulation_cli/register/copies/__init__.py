"""Copies of a register: backups, going back to one, a part for one unit."""
