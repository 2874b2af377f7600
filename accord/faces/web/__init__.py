"""The pages in a browser; the portal will grow here."""
