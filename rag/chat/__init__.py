"""The parts of the chat page; ``app.py`` puts them together.

Articles, answers, questions and file names are foreign text. On this page they are shown in two ways only: escaped by
:func:`rag.chat.markup.element`, or as text nodes by the article reader. None of it is ever Markdown, which loads
remote images, nor a label of a widget, which is Markdown too.
"""
