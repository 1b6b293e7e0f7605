"""What keeps a register sound: backups, checks, history, doubles, purging."""
