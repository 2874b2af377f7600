"""Speed, measured against named peers in the same run, recorded and never gating.

A figure is a ratio to a peer or to a limit of the machine measured beside it (raw signature
verification, fsync), so that it means the same on another machine.
"""
