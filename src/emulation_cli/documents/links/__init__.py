"""The rows behind each figure, and the command that lists them."""
