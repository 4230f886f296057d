"""The archive: papers in one SQLite file, and the indexes derived from them."""
