"""Coverage: which acts with nuclear weapons which instrument prohibits, for whom, as named authors read them."""
