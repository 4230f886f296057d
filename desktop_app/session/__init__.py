"""Use cases: the open draft and its safety, the library in use, settings and places."""
