"""One cell: what its text is, as a typed value or a trouble."""
