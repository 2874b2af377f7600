"""Documents and the record: reading a paper, importing it as acts, and making reports from the record."""
