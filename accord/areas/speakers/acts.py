"""What can be said about speakers: lists, inscriptions, speeches, right of reply, translations of statements."""

from __future__ import annotations

from accord.acts.vocabulary import Act

ACTS: tuple[type[Act], ...] = ()
