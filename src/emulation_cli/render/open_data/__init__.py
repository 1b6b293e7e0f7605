"""The whole register for other programs: a data package, Parquet, a script for PostgreSQL."""
