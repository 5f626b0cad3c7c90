"""`kiosk doctor`: what is plugged in, and what each device still needs."""
