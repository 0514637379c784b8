"""The desktop: Qt widgets over `techsched.desk`."""
