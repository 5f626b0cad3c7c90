"""The central service, without a kiosk."""
