"""Signing in with a My Number card's 利用者証明用 certificate; no My Number is ever read."""
