"""What the process imports that worker processes part from: it pays for a first check once for all.

They share the memory of it.
"""

import gc

from edusandbox.workers.entry import warm_up

warm_up()
# The collector would write into every page that the processes share.
gc.freeze()
