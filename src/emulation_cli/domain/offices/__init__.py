"""Units: their names, kinds and lives, and the bodies that decide."""
