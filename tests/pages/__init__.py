"""Each page, asked of a small record."""
