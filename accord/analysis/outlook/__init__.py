"""Schedules to zero: what capacities, verification, order and delay allow, with the uncertainty of what is assumed."""
