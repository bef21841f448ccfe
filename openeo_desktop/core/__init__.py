"""Values and small mechanisms of the application; the standard library only, no Qt, no network."""
