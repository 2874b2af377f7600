"""Tables of material balances: measured inventories, inputs and outputs, as CSV or JSON (docs/formats/balance.md)."""

from importlib import resources

from accord.papers.balances.table import LARGEST_TABLE, MOST_ROWS, Table, read_table, series

__all__ = ["LARGEST_TABLE", "MOST_ROWS", "Table", "example", "read_table", "series"]


def example() -> bytes:
    """A table of a fictional facility: twelve months, of which the last six lose 0.12 kg each."""
    return (resources.files("accord.papers.balances") / "example.csv").read_bytes()
