"""Tests of the example pages."""
