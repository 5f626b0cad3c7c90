"""The whole panel: band, bar, and what may lie over any screen."""
