"""Private keys as files: one line `PRIVATE+KEY+name+hex8+base64(type || seed)`, for the owner's eyes only."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from accord.keys.signers import Signer, seed_of, signer_from_seed
from accord.keys.vkey import split_type, type_bytes
from accord.wire import base64
from accord.wire.codec import Malformed

LARGEST_FILE = 1024


def write_key(path: Path | str, signer: Signer) -> None:
    """Writes a private key to a new file that only its owner can read, and makes it durable.

    The file appears whole or not at all: it is written beside its place, synced and then linked.

    Raises:
        FileExistsError: there is a file of that name; keys are never overwritten.
        OSError: the disk refused; nothing is left behind.
    """
    path = Path(path)
    line = format_private_key(signer).encode() + b"\n"
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        try:
            os.fchmod(descriptor, 0o600)
            if os.write(descriptor, line) != len(line):
                raise OSError(errno.ENOSPC, "the disk took only a part of the key", str(path))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        try:
            os.link(beside, path)
        except FileExistsError:
            message = "there is already a file; a key is never overwritten"
            raise FileExistsError(errno.EEXIST, message, str(path)) from None
    finally:
        with contextlib.suppress(OSError):
            os.unlink(beside)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def read_key(path: Path | str) -> Signer:
    """The signer in a key file.

    Raises:
        Malformed: no such file, readable by others than its owner, or not one key in its one
            spelling; names the file and what to do, never the key.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)  # a pipe would block for ever
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise Malformed(f"{path}: not a file")
            data = os.read(descriptor, LARGEST_FILE + 1)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise Malformed(f"{path}: cannot be read: {error.strerror}") from None
    try:
        if not data.endswith(b"\n"):
            raise Malformed("the line has no end; the file may be cut")
        signer = parse_private_key(data[:-1].decode())
    except UnicodeDecodeError:
        raise Malformed(f"{path}: not a key file: not text") from None
    except Malformed as error:
        raise Malformed(f"{path}: not a key file: {error}") from None
    # After the form: nobody should be told to change the mode of a file that is no key.
    if status.st_mode & 0o177 or not status.st_mode & 0o400:
        mode = stat.S_IMODE(status.st_mode)
        raise Malformed(f"{path}: mode {mode:04o} lets others use the key; run: chmod 600 {path}")
    return signer


def format_private_key(signer: Signer) -> str:
    """The one spelling of a private key, without the end of its line.

    >>> from accord.keys.vkey import ED25519
    >>> format_private_key(signer_from_seed("st-a.example", ED25519, bytes(32)))
    'PRIVATE+KEY+st-a.example+af95ab69+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    """
    return f"PRIVATE+KEY+{signer.vkey.keyid}+{base64.encode(type_bytes(signer.vkey.kind) + seed_of(signer))}"


def parse_private_key(text: str) -> Signer:
    """The signer that `text` spells.

    Raises:
        Malformed: another spelling, or an identifier that does not belong to the key. The message
            never carries the text.
    """
    parts = text.split("+", 4)
    if len(parts) != 5 or parts[:2] != ["PRIVATE", "KEY"]:
        raise Malformed("expected PRIVATE+KEY+name+identifier+base64 on one line")
    _, _, name, identifier, encoded = parts
    try:
        kind, seed = split_type(base64.decode(encoded))
    except Malformed:
        raise Malformed("the last part is not the base64 of a known kind of key") from None
    signer = signer_from_seed(name, kind, seed)
    if signer.vkey.id.hex() != identifier:
        raise Malformed(f"the identifier of this key is {signer.vkey.id.hex()}, the file says {identifier[:20]!r}")
    return signer
