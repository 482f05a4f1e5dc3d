"""How good whole answers are: found, read, cited and checked, or rightly not given."""
