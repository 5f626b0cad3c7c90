"""The application that kiosks talk to."""
