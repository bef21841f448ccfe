"""«This computer»: what it needs is set up, brought up to date and removed."""
