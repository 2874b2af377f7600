"""Instruments: the rules, for whom they hold on a day, entry into force, conflicts, pages."""
