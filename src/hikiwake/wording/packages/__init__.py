"""What both could sign, in words: packages, the zone of agreement, what opens it, what is uncertain, division."""
