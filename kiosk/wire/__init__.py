"""What crosses the network between a kiosk and the central service."""
