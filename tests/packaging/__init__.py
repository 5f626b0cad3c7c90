"""What is installed beside the kiosk."""
