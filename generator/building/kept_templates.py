"""The environment of the site's pages, in which the package's own templates need not be compiled again.

`make` compiles them as it compiles the package's modules; a template of a person's is compiled by each build.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import jinja2
from jinja2.bccache import Bucket

from generator.building import templates as compiling
from generator.building.templates import QuickEnvironment
from generator.store import stamps, template_code

Filters = Mapping[str, Callable[..., Any]]


class KeptTemplates(jinja2.BytecodeCache):
    """The code of the package's templates; Jinja tells by a digest whether a template is still the one that was compiled."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket where its template is known."""
        checksum, code = _kept().get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Nothing: the code of other templates is not kept."""


@cache
def _kept() -> template_code.Kept:
    return template_code.kept(_version())


def _version() -> str:
    """Differs where templates are compiled to something else."""
    return f"{jinja2.__version__} {stamps.digest_in(compiling.__file__)} {stamps.digest_in(__file__)}"


def page_environment(templates: Mapping[str, str], filters: Filters) -> jinja2.Environment:
    """The environment of these templates and filters, by name."""
    env = QuickEnvironment(
        loader=jinja2.DictLoader(templates), autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    env.filters.update(filters)
    env.bytecode_cache = KeptTemplates()
    return env


def keep_templates(filters: Filters) -> int:
    """Compiles the package's templates, as they are with these filters, and keeps their code; says how many there are.

    Raises OSError.
    """
    env, keys = page_environment({}, filters), KeptTemplates()
    code = {
        keys.get_cache_key(name): (keys.get_source_checksum(source), env.compile(source, name))
        for name, source in template_code.sources().items()
    }
    template_code.keep(_version(), code)
    return len(code)
