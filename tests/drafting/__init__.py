"""The desks of drafting: amendments typed, revisions chosen, replies one press away."""
