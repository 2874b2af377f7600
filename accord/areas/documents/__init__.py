"""What is on paper: symbols, kinds, titles, sponsors, language versions and revisions."""
