"""The words for every code in the six official languages: sentences, lists, dates, numbers, labels, orders."""
