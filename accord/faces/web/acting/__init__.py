"""Acting on the portal: a form for every act, its preview, its signatures, its receipt; drafts that stay outside."""
