"""The rules of procedure of a body, what is before a meeting, and what is in order next."""
