"""Who is who in a register: worked out from records and verdicts, outside the log."""
