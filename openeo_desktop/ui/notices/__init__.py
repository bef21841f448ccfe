"""What the person is told without having asked: cards over the window, and a list of them."""
