"""What is quick where two moves of one decision maker in a row always are one: nothing merged, nothing forbidden."""
