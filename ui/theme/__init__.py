"""How the window looks: fonts, icons, colours and the style sheet, light and dark."""
