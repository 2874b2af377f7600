"""Rules and register of commitments."""
