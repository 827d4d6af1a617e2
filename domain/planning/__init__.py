"""The tour optimiser: from stops, vehicles and days to routes; imports no store, so that its process starts light."""
