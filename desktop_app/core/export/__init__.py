"""From a document to a Word file in the layout of an office."""
