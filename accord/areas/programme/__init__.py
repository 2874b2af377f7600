"""The programme: elements as parties classify them, approaches as parties table them, and what stands in which."""
