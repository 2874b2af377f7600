"""All that touches a secret: keys, signatures, key files; the only room that imports a cryptography library."""
