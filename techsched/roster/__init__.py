"""The printed week and the yearly figures, laid out without drawing."""
