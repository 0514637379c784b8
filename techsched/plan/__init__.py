"""Who could do it, when, and why not the others."""
