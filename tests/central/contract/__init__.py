"""The service held to its OpenAPI document, by calls that nobody thought of."""
