"""Planning by the engine: the wish, the wait, the comparison, and planning anew."""
