"""The pages of the window, one package each; `gui.registry` lists them."""
