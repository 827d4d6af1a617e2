"""Projects: regional crime analyses and advice to offices, with their stages."""
