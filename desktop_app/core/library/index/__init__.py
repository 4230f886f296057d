"""Derived arrays over the library's text; they can be thrown away and built again."""
