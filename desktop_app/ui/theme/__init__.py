"""Colours, fonts and the style sheet: names become looks here and nowhere else."""
