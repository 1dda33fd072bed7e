"""What is plainly right, told without pydantic: a mold for each shape, written out of the shapes.

A mold takes plain data and gives what its shape would give, or raises `Misfit`, which says no more
than that pydantic must look. So a mold may be too narrow, and never too wide.

Why: importing pydantic and building the shapes takes longer than checking a thousand records.
"""
