"""The application of the counter."""
