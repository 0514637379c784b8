"""Small widgets that every screen is made of: plain text only, painted from the theme, reachable by keyboard."""
