"""From what a reading found to the acts that record it, register by register."""
