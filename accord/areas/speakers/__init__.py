"""Speakers: lists of speakers, speeches and the time they take, right of reply, translations of statements."""
