"""Keeps the panel, its warmed spare and the embedded service alive; knows no Qt."""
