"""The window: it places the parts and joins their signals."""
