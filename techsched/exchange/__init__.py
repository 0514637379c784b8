"""Files of other programs, read into rows and written from them."""
