"""The domain in slices, each reading only those before it: parties, bodies, documents, meetings, drafting."""
