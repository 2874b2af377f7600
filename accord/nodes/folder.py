"""The folder of a record on disk: tiles and checkpoint to be served, policy, snapshots, the writer's own part.

DIR/checkpoint, DIR/tile/   the log, to be served as it lies
DIR/policy                  whose checkpoints to believe (C2SP tlog-policy)
DIR/snapshots/              a cache of whoever reads here (see nodes/shelf.py); delete it at any time
DIR/writer/                 private: keys, lock, what is being committed
"""

from __future__ import annotations

from pathlib import Path

from accord.log.files import FileStore
from accord.log.policy import Party, Policy, format_policy, parse_policy
from accord.wire.codec import Malformed

POLICY = "policy"


def store_of(directory: Path | str) -> FileStore:
    """The tiles of the record.

    Raises:
        Malformed: the folder holds no record.
    """
    if not (Path(directory) / "checkpoint").is_file():
        raise Malformed(f"{directory}: there is no record here (no file named checkpoint); make one with: accord new")
    return FileStore(directory)


def read_policy(directory: Path | str) -> Policy:
    """The policy that lies beside the record.

    Raises:
        Malformed: it is missing or not a policy.
    """
    path = Path(directory) / POLICY
    try:
        return parse_policy(path.read_bytes())
    except OSError as error:
        raise Malformed(
            f"{path}: the record's policy cannot be read ({error.strerror}); name one with --policy"
        ) from None
    except Malformed as error:
        raise Malformed(f"{path}: {error}") from None


def write_policy(directory: Path | str, policy: Policy) -> None:
    """Writes the record's policy, once."""
    path = Path(directory) / POLICY
    with path.open("xb") as file:
        file.write(format_policy(policy))


def own_policy(logs: tuple[Party, ...]) -> Policy:
    """The policy of a record without witnesses: its own log keys, no quorum."""
    return Policy(logs=logs)
