"""The domain in slices, each reading only those before it."""
