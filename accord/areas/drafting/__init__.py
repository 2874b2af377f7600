"""What was written together: text units bound to records, consideration and adoption."""
