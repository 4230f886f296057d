"""Pure functions over Chinese text."""
