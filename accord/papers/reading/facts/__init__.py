"""Readers of the domain: each finds one kind of fact, and enters the spans that state it."""
