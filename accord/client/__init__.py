"""The library face: a verified copy, preview, sign and submit, offline bundles and their check."""
