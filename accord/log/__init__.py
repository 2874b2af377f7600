"""The append-only record of bytes: tiles, checkpoints, notes, cosignatures, policies, stores, sequencer."""
