"""The chain over the log: digests of rows and changes, and whether they still hold."""
