"""What a request to act must satisfy before it is read: from a page of this site, small, and not too often."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping

LARGEST_BODY = 64 * 1024
CLIENT = "accord-client"
"""The header in which the server tells desks the address of the client; whatever a client sends there is replaced."""


def same_origin(headers: Mapping[str, str], address: str) -> bool:
    """Whether a POST comes from a page of this site. Every browser says so in `Origin`, the present ones in
    `Sec-Fetch-Site` too; each that is there must say it, and one of them must be there.

    >>> same_origin({"sec-fetch-site": "cross-site", "origin": "http://localhost:1"}, "http://localhost:1")
    False
    >>> same_origin({"origin": "http://localhost:1"}, "http://localhost:1")
    True
    >>> same_origin({"sec-fetch-site": "same-origin", "origin": "null"}, "http://localhost:1"), same_origin({}, "x")
    (False, False)
    """
    site, origin, host = (headers.get(name, "") for name in ("sec-fetch-site", "origin", "host"))
    ours = {address} | ({f"http://{host}", f"https://{host}"} if host else set())
    return bool(site or origin) and site in ("", "same-origin") and (not origin or origin in ours)


class Quota:
    """So many at once, and so many a second after that, for each name: token buckets in memory.

    Args:
        burst: how many at once.
        per_s: how many come back in a second.
        clock: seconds, growing.
        names: of how many names it keeps count; the longest silent is forgotten first.
    """

    def __init__(self, burst: float, per_s: float, clock: Callable[[], float], names: int = 10_000) -> None:
        self._burst, self._per_s, self._clock, self._names = burst, per_s, clock, names
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, name: str) -> bool:
        """Takes one, if there is one left.

        >>> quota = Quota(2, 1, lambda: 0.0)
        >>> [quota.take("a") for _ in range(3)], quota.take("b")
        ([True, True, False], True)
        """
        now = self._clock()
        left, then = self._left.pop(name, (self._burst, now))
        left = min(self._burst, left + (now - then) * self._per_s)
        enough = left >= 1
        self._left[name] = (left - 1 if enough else left, now)
        while len(self._left) > self._names:
            self._left.popitem(last=False)
        return enough
