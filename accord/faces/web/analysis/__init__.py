"""Desks that compute and keep nothing: what is asked stands in the address."""
