"""Inspection games: how often to inspect, and where, when the inspected side knows the plan but not the draw."""
