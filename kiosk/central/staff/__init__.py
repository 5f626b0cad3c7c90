"""The staff's pages: what is done at a counter, in a browser."""
