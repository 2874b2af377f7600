"""The command line and the plain pages, run as a person runs them."""
