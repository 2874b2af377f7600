"""A negotiation exercise: fictional States, a bracketed draft, briefs, partners who play by them, a debriefing."""
