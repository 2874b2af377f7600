"""Tables of material balances: measured inventories, inputs and outputs, as CSV or JSON (docs/formats/balance.md)."""

from accord.papers.balances.table import LARGEST_TABLE, MOST_ROWS, Table, read_table, series

__all__ = ["LARGEST_TABLE", "MOST_ROWS", "Table", "read_table", "series"]
