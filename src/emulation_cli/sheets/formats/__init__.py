"""The formats of files that lists come in, one reader each."""
