"""What was held and said: meetings, panels, statements, introductions of papers, themes."""
