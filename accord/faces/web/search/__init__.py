"""Search as people meet it: the follower behind a site, the desk, and what things that were found are called."""
