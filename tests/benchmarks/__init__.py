"""Speed, measured as ratios to something plain in the same run; no test asserts a time."""
