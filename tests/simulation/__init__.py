"""Hours and days of watching in seconds: virtual time, and a back-end that lives in it."""
