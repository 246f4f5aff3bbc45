"""What the article says: sentences, words, dates, quotes, figures; pure, and every answer carries its offsets."""
