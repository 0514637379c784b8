"""Tables of records: columns declared as values, one model, one view."""
