"""The look: tokens, theme, style sheet, fonts, icons, motion."""
