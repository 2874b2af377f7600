"""The grammar of acts: value types, vocabulary, envelope, entry, gate, rulings and the base of views."""
