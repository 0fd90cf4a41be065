"""What is fair, who ratifies, which issues open the zone, what would have to change."""
