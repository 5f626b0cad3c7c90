"""The central service as a kiosk knows it, one client file a port."""
