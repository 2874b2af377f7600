"""The comments of a returned file: those that others wrote, each with the unit on which it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from accord.papers.reading.files.archive import Archive
from accord.papers.word.placed import Placed
from accord.papers.word.remarking import seal
from accord.papers.word.stream import Stream, W
from accord.papers.word.values import Remark

MOST_COMMENTS = 5_000


def remarks(archive: Archive, stream: Stream, placed: Placed, ours: Mapping[str, str]) -> Iterator[Remark]:
    """The comments of a file in their order, without those that we wrote when it went out.

    Args:
        ours: the seals of comments that can have gone out.

    Raises:
        Unreadable: the part that holds them is broken.
    """
    root = archive.xml("word/comments.xml")
    if root is None:
        return
    units = {sited.index: sited.unit for sited in reversed(placed.sited)}
    for comment in root.findall(f"{W}comment")[:MOST_COMMENTS]:
        words = " ".join(
            "".join(t.text or "" for t in p.iter(f"{W}t", f"{W}delText")).strip() for p in comment.iter(f"{W}p")
        ).strip()
        author = comment.get(f"{W}author", "")
        if not words or seal(author, words) in ours:
            continue
        index = stream.comments.get(comment.get(f"{W}id", ""), -1)
        stretch = stream.stretches[index] if 0 <= index < len(stream.stretches) else None
        yield Remark(
            unit=units.get(index),
            author=author,
            date=comment.get(f"{W}date", ""),
            words=words,
            paragraph=0 if stretch is None else stretch.paragraph,
            page=0 if stretch is None else stretch.page,
            index=index,
        )
