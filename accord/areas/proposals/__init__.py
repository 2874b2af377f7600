"""Proposals: tabled, supported, amended, merged, compiled by theme, and followed to where they are reflected."""
