"""Annotated Briefs: articles in, Markdown briefs whose every statement carries its sentence, and a site out."""

__version__ = "0.3.0"
