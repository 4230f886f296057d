"""Findings in a draft that need no model."""
