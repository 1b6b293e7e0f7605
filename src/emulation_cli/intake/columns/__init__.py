"""What each column of a list means, by heading, cells and neighbours, and for which register."""
