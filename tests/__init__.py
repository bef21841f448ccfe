"""Tests of the application; they mirror its layers."""
