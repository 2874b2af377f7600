"""A report as a word-processing document (Office Open XML) in the layout of a UN paper.

Numbers and labels are text, as the United Nations sets them, so that they are the same in every language and
program. Headings are headings, footnotes are footnotes; each unit has a bookmark under its name, and a table at
the end gives the entries of the record behind each paragraph.
"""

from accord.papers.report.docx.write import as_docx

__all__ = ["as_docx"]
