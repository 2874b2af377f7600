"""Accord: an open, self-hosted platform for multilateral nuclear disarmament."""
