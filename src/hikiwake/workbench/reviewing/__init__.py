"""What somebody needs who goes through proposals: some at a time, in words, with their neighbours; edits; agreement."""
