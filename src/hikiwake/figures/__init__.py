"""Every drawing once: from rows to the text of an SVG."""
