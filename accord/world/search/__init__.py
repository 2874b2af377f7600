"""Search: an index that follows the record, and one box that understands what people know."""
