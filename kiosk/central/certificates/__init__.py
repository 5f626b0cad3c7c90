"""TLS: a private authority, the certificates that it issues, and how the service shows them."""
