"""Where the record stands on every element of A/68/514 ¶¶27-29."""
