"""What is asked on a terminal, and how what is typed becomes a value."""
