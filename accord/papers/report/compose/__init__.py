"""A report where no document supplies the words: formulas in UN style, every place in them bound to a record.

`compose(context)` gives blocks like those of a document: chapters, sections, numbered paragraphs,
lists with labels, footnotes on groups. Nothing in it is quoted.
"""

from accord.papers.report.compose.report import compose

__all__ = ["compose"]
