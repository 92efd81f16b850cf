"""A small retrieval service: one JSON request a line in, one JSON reply a line out."""
