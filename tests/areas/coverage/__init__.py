"""Coverage: rules, matrix, pages."""
