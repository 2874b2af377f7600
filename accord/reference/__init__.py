"""Dated facts with their sources: tables, the check of their hashes, and State names as the UN writes them."""
