"""The pictures of the manual, in both languages: real windows on sample data."""
