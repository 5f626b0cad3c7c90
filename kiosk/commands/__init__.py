"""What can be asked of the kiosk on the command line, one deed a file."""
