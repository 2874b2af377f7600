"""Where people meet the record: the command line, and the pages of the portal."""
