"""The jobs table, the rules of what can be done with jobs, and the questions before it is."""
