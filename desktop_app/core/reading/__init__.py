"""From the bytes of a file to clean paragraphs."""
