"""Commands that the judge speaks with: a line in, a line out. Output is read only while the host waits for a line, so
a command that prints without end just stops; of its errors only the tail is kept."""

import os

from channel import decode, encode
from processes import kill_all, kill_session, spawn
from workspace import Fault

MAX_REPLY = 1024 * 1024
MAX_PENDING_INPUT = 16 * 1024 * 1024
ERROR_TAIL = 8 * 1024


class Run:
    def __init__(self, argv, alone, env):
        self.alone = alone
        stdin_read, self.stdin = os.pipe()
        self.stdout, stdout_write = os.pipe()
        self.stderr, stderr_write = os.pipe()
        theirs = (stdin_read, stdout_write, stderr_write)
        actions = [(os.POSIX_SPAWN_DUP2, fd, place) for place, fd in enumerate(theirs)]
        try:
            self.pid = spawn(argv, actions, env)
        finally:
            for fd in theirs:
                os.close(fd)
        for fd in (self.stdin, self.stdout, self.stderr):
            os.set_blocking(fd, False)
        self.waiting = None
        self.ended = None
        self._input = bytearray()
        self._close_input = False
        self._output = bytearray()
        self._errors = bytearray()
        self.dead = False

    @property
    def writable(self):
        return self.stdin is not None and (bool(self._input) or self._close_input)

    def write(self, data, last):
        if len(self._input) + len(data) > MAX_PENDING_INPUT:
            raise Fault("INPUT_FULL")
        self._input += data
        self._close_input = self._close_input or last
        self.flush()

    def flush(self):
        if self.stdin is None:
            return
        try:
            while self._input:
                del self._input[: os.write(self.stdin, memoryview(self._input)[: 1 << 16].tobytes())]
        except BlockingIOError:
            return
        except OSError:
            # It no longer listens. What it still has to say counts all the same.
            self._input.clear()
            self._close_input = True
        if self._close_input:
            os.close(self.stdin)
            self.stdin = None

    def read_output(self):
        data = _read(self.stdout)
        if data is None:
            self.stdout = _closed(self.stdout)
        else:
            self._output += data

    def read_errors(self):
        data = _read(self.stderr)
        if data is None:
            self.stderr = _closed(self.stderr)
            return
        self._errors += data
        del self._errors[: max(0, len(self._errors) - ERROR_TAIL)]

    def next_reply(self):
        """The next whole line, or why there will be none; None while that is open."""
        line, newline, rest = self._output.partition(b"\n")
        if len(line) > MAX_REPLY:
            return {"end": "too-long", **self.tail()}
        if newline:
            self._output = rest
            return {"line": encode(line)}
        if self.ended and not self._more_to_read():
            return {"end": "exit", **self.tail()}
        return None

    def _more_to_read(self):
        data = _read(self.stdout) if self.stdout is not None else None
        if data:
            self._output += data
        return bool(data)

    def tail(self):
        if self.stderr is not None:
            self.read_errors()
        code, signal = self.ended or (None, None)
        return {"code": code, "signal": signal, "errors": encode(bytes(self._errors))}

    def kill(self):
        """Returns (pid, code, signal) of other children that were reaped on the way."""
        if self.dead:
            return []
        self.dead = True
        ended = kill_all() if self.alone else kill_session(self.pid) or []
        for fd in (self.stdin, self.stdout, self.stderr):
            _closed(fd)
        self.stdin = self.stdout = self.stderr = None
        return ended


class Runs:
    def __init__(self, env):
        self._env = env
        self._runs = {}

    def __iter__(self):
        return iter(list(self._runs.values()))

    def start(self, run, argv, alone):
        if len(self._runs) >= 4:
            raise Fault("TOO_MANY")
        self._runs[run] = Run(argv, alone, self._env)
        return {}

    def input(self, run, data, last=False):
        self._get(run).write(decode(data), last)
        return {}

    def next(self, run, reply):
        """`reply` is called with the next line when there is one."""
        wanted = self._get(run)
        if wanted.waiting:
            raise Fault("BUSY")
        wanted.waiting = reply

    def kill(self, run):
        ending = self._runs.pop(run, None)
        if not ending:
            return {"errors": ""}, []
        if ending.stderr is not None:
            ending.read_errors()
        tail = ending.tail()["errors"]
        return {"errors": tail}, ending.kill()

    def names(self):
        return list(self._runs)

    def _get(self, run):
        if run not in self._runs:
            raise Fault("NO_RUN")
        return self._runs[run]


def _read(fd):
    """b'' when there is nothing now, None at the end."""
    try:
        return os.read(fd, 1 << 16) or None
    except BlockingIOError:
        return b""
    except OSError:
        return None


def _closed(fd):
    if fd is not None:
        os.close(fd)
