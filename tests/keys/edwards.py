"""The curve of Ed25519 in a few lines of integers: an oracle for tests, slow and not constant in time."""

from __future__ import annotations

import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1)

Point = tuple[int, int]


def add(a: Point, b: Point) -> Point:
    """The sum of two points (RFC 8032 section 5.1.4, in affine form)."""
    product = D * a[0] * b[0] * a[1] * b[1] % P
    x = (a[0] * b[1] + b[0] * a[1]) * pow(1 + product, -1, P) % P
    y = (a[1] * b[1] + a[0] * b[0]) * pow(1 - product, -1, P) % P
    return x, y


def times(number: int, point: Point) -> Point:
    """A multiple of a point."""
    value = NEUTRAL
    while number:
        if number & 1:
            value = add(value, point)
        point, number = add(point, point), number >> 1
    return value


def point_of(y: int, sign: int) -> Point | None:
    """The point with this y and the sign of x, if there is one."""
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P:
        return None
    return (P - x if x & 1 != sign else x) % P, y % P


def encode(point: Point) -> bytes:
    """32 bytes: y, and the lowest bit of x at the top."""
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


BASE = point_of(4 * pow(5, -1, P) % P, 0) or NEUTRAL


def small_order_points() -> list[Point]:
    """The eight points of the torsion group."""
    for y in range(2, 100):
        if (point := point_of(y, 0)) and times(4, eighth := times(L, point)) != NEUTRAL:
            return [times(number, eighth) for number in range(8)]
    raise AssertionError("no generator found")


def encodings(points: list[Point]) -> list[bytes]:
    """Every 32 bytes that a lax decoder takes for one of these points: y or y + p, and either sign where x = 0."""
    found = []
    for x, y in points:
        for value in (y, y + P):
            for sign in (0, 1) if x == 0 else (x & 1,):
                if value < 1 << 255:
                    found.append((value | sign << 255).to_bytes(32, "little"))
    return found


def challenge(commitment: bytes, public: bytes, message: bytes) -> int:
    """The number that binds a signature to key and message."""
    return int.from_bytes(hashlib.sha512(commitment + public + message).digest(), "little") % L


def signature(secret: int, nonce: int, commitment: bytes, public: bytes, message: bytes) -> bytes:
    """A signature with whatever commitment and key encoding a test wants to present."""
    return commitment + ((nonce + challenge(commitment, public, message) * secret) % L).to_bytes(32, "little")
