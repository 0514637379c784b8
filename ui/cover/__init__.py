"""Who stands for whom: off sick today, and covers of single days."""
