"""Rules of ingest that go by the words and signs of a language's file, whatever the language.

No rule asks which language it is: what differs between languages is a key of their files.
"""
