"""The work on the pages that are due, and what came of it: made by a worker, or here where the whole site is asked for."""

from collections.abc import Callable

from generator.building.frame import Frame
from generator.building.making import Made, make
from generator.building.planning import Job
from generator.errors import BriefsError
from generator.publish.site import Site
from generator.workers import Failure, attempt


def made_of(frame: Frame, key: str, job: Job) -> Made:
    """What a worker makes of a job."""
    return make(frame, key, job.what)


def answer(job: Job, made: Made | Failure, frame: Frame, key: str, site: Callable[[], Site]) -> Made:
    """What was made; made here, with the whole site, where a template asks for it. Raises BriefsError where none could be."""
    if isinstance(made, Made) and made.asked and not made.files:
        made = attempt(lambda what: make(frame, key, what, site()), job.what)
    if isinstance(made, Made) and (made.files or made.is_withheld):
        return made
    reason = made.reason if isinstance(made, Failure) else "its template asks for what no site has"
    if job.due.slug:
        told = f"{job.due.name.replace('brief:', 'briefs/')}.md: its page could not be made ({reason}); please report it"
        return Made((), problems=(told,), is_withheld=True)
    raise BriefsError(f"the page {job.due.name.partition(':')[2]} could not be made: {reason}")
