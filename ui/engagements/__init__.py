"""The page of engagements."""
