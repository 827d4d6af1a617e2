"""The coverage page: targets, what was held and planned in each Kreis, and free days for what is missing."""
