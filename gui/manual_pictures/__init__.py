"""Pictures for the manual: views of the window, one module for each part of it."""
