"""The desks of drafting: a delegate types an amendment, the chair chooses what a revision merges."""
