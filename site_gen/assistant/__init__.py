"""Asks a language model over the network, by the chat completions protocol that OpenAI introduced.

The only place that sends a seed's text anywhere, and only when the settings name a server and somebody agreed.
"""
