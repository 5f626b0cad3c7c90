"""What is told to whoever watches the service: whether it is ready, and figures of nobody."""
