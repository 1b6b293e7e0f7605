"""What every command stands in: the program, its help, the open register, what is printed."""
