"""Formats that readers subscribe to: calendars in iCalendar, news in Atom."""
