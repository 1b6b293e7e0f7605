"""Questions asked of a register over a period: SQL to frozen values."""
