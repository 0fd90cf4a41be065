"""From passages to proposals: when something was, who is meant, and what is stated of it."""
