"""Logs without a word of what people say.

Rasa writes the text of a message into several log lines and warnings, mostly inside a formatted
string. So nothing passes that is not on a short list: of an event its name, of anything else
the place in the source where it was logged, and of an error its type and where it arose. This
holds at every level.
"""

import logging
import re
import sys
import traceback
import warnings
from collections.abc import MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import structlog

SAFE = frozenset({"event", "level", "time", "logger", "where", "error", "action_name"})
_FOR_MAKERS = (DeprecationWarning, PendingDeprecationWarning, FutureWarning)  # of libraries
_NAME = re.compile(r"[\w.\-]+")
_Error = tuple[type[BaseException], BaseException, TracebackType | None]


def configure(level: str = "WARNING", stream: TextIO | None = None) -> None:
    """Send everything that is logged or warned about, as one JSON line each, to `stream`.

    stderr when there is no stream. `level` is a name such as WARNING; raises ValueError when
    there is no such level.
    """
    number = logging.getLevelName(level.upper())
    if not isinstance(number, int):
        raise ValueError(f"no such log level: {level}")
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            _keep_safe,
            structlog.processors.TimeStamper(key="time", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(stream or sys.stderr),
        cache_logger_on_first_use=False,
    )
    warnings.showwarning = _log_warning
    logging.basicConfig(level=number, handlers=[_ToStructlog()], force=True)
    for name in list(logging.root.manager.loggerDict):
        logging.getLogger(name).handlers.clear()


def _log_warning(
    _message: Warning | str, category: type[Warning], filename: str, line: int, *_: object
) -> None:
    if issubclass(category, _FOR_MAKERS):
        return
    where = f"{Path(filename).name}:{line}"
    structlog.get_logger().warning("warning", error=category.__name__, where=where)


class _ToStructlog(logging.Handler):
    """Of a line of the standard library's logging only where it comes from."""

    def emit(self, record: logging.LogRecord) -> None:
        structlog.get_logger().log(
            record.levelno,
            "log.line",
            logger=record.name,
            where=f"{Path(record.pathname).name}:{record.lineno}",
            exc_info=record.exc_info,
        )


def _keep_safe(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    error = _describe(event.pop("exc_info", None))
    if error:
        event["error"] = error
    if not _NAME.fullmatch(str(event.get("event", ""))):
        event["event"] = "log.text"
    return {key: value for key, value in event.items() if key in SAFE}


def _describe(error: BaseException | _Error | bool | None) -> str | None:
    """The type of an error and of its causes, and the last places each went through."""
    if error is True:
        error = sys.exc_info()[1]
    elif isinstance(error, tuple):
        error = error[1]
    if not isinstance(error, BaseException):
        return None
    told = []
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)[-4:]
        places = " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
        told.append(f"{type(error).__name__} at {places}")
        error = error.__cause__
    return " from ".join(told)
