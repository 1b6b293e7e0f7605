"""What each row below a header is: a record, a section, a total, a signature."""
