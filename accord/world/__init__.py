"""All that is known: the fold over every area, its audit, its snapshots, its list of pages."""
