"""The evaluation: key figures, bars per month, map of the Kreise and every breakdown, each with its table."""
