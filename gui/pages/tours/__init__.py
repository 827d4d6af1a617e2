"""Tours: days and stops of vehicles, on a board to scale, on the map and as a list."""
