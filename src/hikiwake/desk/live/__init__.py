"""What others do, shown as it happens: how far the work is, and a stream of it to every open page."""
