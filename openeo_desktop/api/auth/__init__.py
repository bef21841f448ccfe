"""Ways to sign in (openEO API 1.2, «Authentication»)."""
