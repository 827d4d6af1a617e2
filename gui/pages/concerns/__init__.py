"""Citizens' concerns: the register, fast capture, and the figures."""
