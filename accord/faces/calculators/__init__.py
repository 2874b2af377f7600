"""Questions to the methods of `accord.analysis`, with their fields and answers: the same for terminal and portal."""
