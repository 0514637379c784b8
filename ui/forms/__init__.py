"""Forms: fields declared as values, one file a record, and the widgets that ask for them."""
