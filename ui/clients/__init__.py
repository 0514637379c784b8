"""The page of clients and their sites."""
