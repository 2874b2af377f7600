"""Mathematics that verification rests on: sampling, balances, detection, schedules.

Arrays in, frozen values out; no file, no clock, and a generator of random numbers is handed in.
Each method has a page in `docs/methods/` with its formula, its source and its assumptions.
"""
