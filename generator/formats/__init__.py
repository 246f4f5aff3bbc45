"""How it is written: source files to articles, briefs to text and back."""
