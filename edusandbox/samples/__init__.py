"""A made-up province that writes messy deliveries with known answers.

Demo, tests and benchmarks share it. The same seed writes the same bytes. First the meant figures, then
the rendered table, then the faults with the issue each must raise, then the file.
"""
