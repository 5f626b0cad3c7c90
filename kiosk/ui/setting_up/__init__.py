"""What the page is made of on which a technician has the kiosk let in."""
