"""What changes of wishes come to, before they are played: the rankings they give, and who leaves under them anyhow."""
