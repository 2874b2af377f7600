"""What a request to act must satisfy before it is read: from a page of this site, small, and not too often."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping

LARGEST_BODY = 64 * 1024
CLIENT = "accord-client"
"""The header in which the server tells desks the address of the client; whatever a client sends there is replaced."""


def same_origin(headers: Mapping[str, str], address: str) -> bool:
    """Whether a POST comes from a page of this site, as the browser says. Who says nothing is no browser and no page.

    >>> same_origin({"sec-fetch-site": "cross-site", "host": "localhost:1"}, "http://localhost:1")
    False
    >>> same_origin({"origin": "http://localhost:1", "host": "localhost:1"}, "http://localhost:1")
    True
    """
    site = headers.get("sec-fetch-site", "")
    if site and site != "same-origin":
        return False
    origin = headers.get("origin", "")
    if not origin or (origin == "null" and site):
        # Browsers write `null` where the page sends no referrer, as ours do not; the other header then says it.
        return site == "same-origin"
    host = headers.get("host", "")
    return origin == address or (bool(host) and origin in (f"http://{host}", f"https://{host}"))


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
