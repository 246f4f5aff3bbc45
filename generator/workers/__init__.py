"""Work on many items at once: in this process, in processes of this machine, or on a Dask cluster.

alone       in this process, one item after the other
local       processes of this machine
dask        a Dask cluster, which is another computer's or many
on          any other `concurrent.futures.Executor`

    with workers.local(jobs) as crew:
        for item, result in crew.each(task, items):     # result: what the task made of the item, or a Failure

The results come in the order of the items, and do not depend on the crew, its size or who ends first.
"""

from generator.workers.cluster import dask
from generator.workers.crew import Crew, alone, on
from generator.workers.failure import Failure, attempt
from generator.workers.processes import cores, local

__all__ = ["Crew", "Failure", "alone", "attempt", "cores", "dask", "local", "on"]
