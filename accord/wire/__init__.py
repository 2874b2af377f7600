"""The one encoding: canonical bytes, digests, moments, and the mathematics of the hash tree."""
