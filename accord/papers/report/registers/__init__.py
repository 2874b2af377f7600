"""What each register of the record can say in a slot: its facts, and its lists of members."""
