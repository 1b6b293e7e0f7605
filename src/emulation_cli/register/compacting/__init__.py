"""Finished years of the log in files of their own beside the register."""
