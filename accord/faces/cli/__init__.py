"""The command line: one file a verb, one mapping of errors, one way to show a page."""
