"""Values and their arithmetic: frozen, slotted, standard library and dateutil only."""
