"""One matter of the counter a file."""
