"""Commitments: undertakings of every kind, the facts that figures tell, statements on doctrine, attributed names."""
