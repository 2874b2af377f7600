"""When an act about speakers counts."""
