"""Files on this computer: icons, words, opening them safely."""
