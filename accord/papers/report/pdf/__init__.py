"""A report as PDF/UA-1: tagged, with title and language, in the layout of a UN paper, set by Typst.

`write.as_pdf` makes it; `missing` says what a machine may lack. No clock: the dates are those of the
record. The same record, program and fonts give the same bytes.
"""
