"""The cells of one record, brought together into the values of its fields."""
