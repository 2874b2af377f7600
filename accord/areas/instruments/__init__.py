"""Instruments of law, treaties and others: what they say, at which stage they are, for whom they hold on which day."""
