"""Days and periods as offices write and say them."""
