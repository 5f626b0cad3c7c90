"""The search index: build, search, suggest, facets, apply changes; no Qt, no network."""
