"""Material balances: what is unaccounted for, how exactly it is known, and which tests find a loss in a series."""
