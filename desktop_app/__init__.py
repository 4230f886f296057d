"""笔架 (Bijia): an offline desktop writing assistant for Chinese official writing."""

__version__ = "0.1.0"
