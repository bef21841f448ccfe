"""Result files as pictures, series, tables and outlines; no Qt, and no network of its own."""
