"""The library's search-and-service kiosk and the central service it talks to."""
