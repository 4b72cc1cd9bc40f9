"""The Vietnamese language as pure functions: text, numbers, dates, line breaking.

The lowest layer: standard library only, values in and values out.
"""
