"""Programs that run, and the only place where clock, disk and network are wired."""
