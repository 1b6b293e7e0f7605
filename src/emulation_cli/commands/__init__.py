"""The commands, one module per noun or family of verbs: take the words, ask, hand to render.

A command's help is not here but in `words` (area `help`), so that it speaks the language of the
screen; `help_page` puts it in when the command is built.
"""
