"""Documents and mails as other programs make them, and the scripts that made them."""
