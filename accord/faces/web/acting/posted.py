"""What a form sends: its fields, and a file where it has one. Strict about form, careless about nothing."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser
from urllib.parse import parse_qsl

import msgspec

from accord.keys.passkeys import from_base64url
from accord.wire.codec import Malformed

MOST_FIELDS = 4000


class NotReadable(ValueError):
    """The body is not what a form sends."""


class Posted(msgspec.Struct, frozen=True):
    """The fields of a form by name, and the bytes of its file."""

    fields: dict[str, str]
    file: bytes = b""

    def envelope(self) -> bytes:
        """The envelope that was handed in: the file, or the text, or what the page carries.

        Raises:
            Malformed: none of them, or not the text of one.
        """
        carried = self.fields.get("envelope", "")
        if self.file.strip():
            return self.file.strip()
        if carried.lstrip().startswith("{"):
            return carried.strip().encode("utf-8", "replace")
        if not carried:
            raise Malformed("no signed act was handed in")
        return from_base64url(carried)


def read_posted(content_type: str, body: bytes) -> Posted:
    """The fields in a body.

    Raises:
        NotReadable: another content type, no UTF-8, too many fields, or parts that are none.
    """
    kind = content_type.partition(";")[0].strip().lower()
    try:
        if kind == "application/x-www-form-urlencoded":
            pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
            return Posted(dict(pairs))
        if kind == "multipart/form-data":
            return _multipart(content_type, body)
    except ValueError as error:
        raise NotReadable(str(error)) from None
    raise NotReadable("not the content type of a form")


def _multipart(content_type: str, body: bytes) -> Posted:
    head = b"Content-Type: " + content_type.encode("latin-1", "replace").replace(b"\n", b" ").replace(b"\r", b" ")
    message = BytesParser(policy=policy.HTTP).parsebytes(head + b"\r\n\r\n" + body)
    if not message.is_multipart():
        raise NotReadable("no parts")
    fields: dict[str, str] = {}
    file = b""
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        data = part.get_payload(decode=True)
        if not isinstance(name, str) or not isinstance(data, bytes) or len(fields) > MOST_FIELDS:
            raise NotReadable("a part without a name")
        if part.get_filename() is None:
            fields[name] = data.decode("utf-8", "strict")
        else:
            file = data
    return Posted(fields, file)
