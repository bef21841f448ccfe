"""Windows, panes and dialogs: they show models and send intents to services, nothing else."""
