"""Pages in the forms that readers subscribe to: a calendar, a feed of news, the text of a digest."""
