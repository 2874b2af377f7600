"""The desks of a negotiation exercise: its guide, the briefs measured, the room, and the seats of a class."""
