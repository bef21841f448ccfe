"""The widget kit: small parts that panes are built of. No part knows jobs' services or models."""
