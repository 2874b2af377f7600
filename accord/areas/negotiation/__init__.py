"""What is negotiated: drafts unit by unit, amendments, brackets, revisions, adoption and what parties say of it."""
