"""How many items must be looked at, so that a diversion of a stated size is not missed more often than stated."""
