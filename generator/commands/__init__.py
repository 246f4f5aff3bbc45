"""The commands, one module each, imported when it is asked for; with `generator.cli` the only room that prints.

Each module holds one click command named `command`. What several of them need stands in `options` and `speaking`; `loading`
is how a command gets what takes long to import.
"""
