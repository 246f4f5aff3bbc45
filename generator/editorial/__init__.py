"""What we choose to tell: key points, challenges, the timeline; pure functions over an annotated article."""
