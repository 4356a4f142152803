"""Makes the network that Pilah ships: one module per step, each runnable with --help."""
