"""Shells on pseudo-terminals. Output is paid for: what the host has not acknowledged is never more than WINDOW, so a
terminal that nobody watches simply stops."""

import fcntl
import os
import signal
import struct
import termios

from channel import decode
from processes import kill_session, spawn
from workspace import Fault

WINDOW = 128 * 1024
RING = 256 * 1024
MAX_INPUT = 256 * 1024


class Terminal:
    def __init__(self, name, cols, rows, env):
        self.name = name
        self.master, slave = os.openpty()
        self.resize(cols, rows)
        os.set_blocking(self.master, False)
        path = os.ttyname(slave)
        # The first terminal that a session leader opens becomes its controlling one.
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, path, os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1),
            (os.POSIX_SPAWN_DUP2, 0, 2),
        ]
        try:
            self.pid = spawn(["bash"], actions, {**env, "TERM": "xterm-256color"})
        except OSError:
            os.close(self.master)
            raise
        finally:
            os.close(slave)
        self.unpaid = 0
        self._ring = bytearray()
        self._cut = False
        self._input = bytearray()

    def resize(self, cols, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    @property
    def readable(self):
        return self.unpaid < WINDOW

    @property
    def writable(self):
        return bool(self._input)

    def read(self):
        """The next piece of output, b'' when there is none now, None at the end."""
        try:
            data = os.read(self.master, min(1 << 15, WINDOW - self.unpaid))
        except BlockingIOError:
            return b""
        except OSError:
            return None
        if not data:
            return None
        self.unpaid += len(data)
        self._ring += data
        if len(self._ring) > RING:
            del self._ring[: len(self._ring) - RING]
            self._cut = True
        return data

    def write(self, data):
        if len(self._input) + len(data) > MAX_INPUT:
            raise Fault("INPUT_FULL")
        self._input += data
        self.flush()

    def flush(self):
        try:
            while self._input:
                del self._input[: os.write(self.master, self._input[:4096])]
        except BlockingIOError:
            return
        except OSError:
            self._input.clear()

    def screen(self):
        """What was shown last. A cut beginning is moved to the next line, so that no escape sequence is halved."""
        start = self._ring.find(b"\n", 0, 8192) + 1 if self._cut else 0
        self.unpaid = 0
        self._repaint()
        return bytes(self._ring[start:])

    def _repaint(self):
        # A full-screen program draws itself anew when it believes that the window changed.
        try:
            foreground = os.tcgetpgrp(self.master)
            if foreground != self.pid:
                os.killpg(foreground, signal.SIGWINCH)
        except OSError:
            pass

    def close(self):
        kill_session(self.pid)
        os.close(self.master)


class Terminals:
    def __init__(self, env, limit=4):
        self._env = env
        self._limit = limit
        self._open = {}

    def __iter__(self):
        return iter(list(self._open.values()))

    def names(self):
        return sorted(self._open)

    def open(self, terminal, cols, rows):
        if terminal not in self._open:
            if len(self._open) >= self._limit:
                raise Fault("TOO_MANY")
            self._open[terminal] = Terminal(terminal, cols, rows, self._env)
            return {"fresh": True}
        self._get(terminal).resize(cols, rows)
        return {"fresh": False}

    def screen(self, terminal):
        return self._get(terminal).screen()

    def input(self, terminal, data):
        self._get(terminal).write(decode(data))
        return {}

    def resize(self, terminal, cols, rows):
        self._get(terminal).resize(cols, rows)
        return {}

    def pay(self, terminal, bytes):
        self._get(terminal).unpaid = max(0, self._get(terminal).unpaid - bytes)
        return {}

    def close(self, terminal):
        open_terminal = self._open.pop(terminal, None)
        if open_terminal:
            open_terminal.close()
        return {}

    def _get(self, terminal):
        if terminal not in self._open:
            raise Fault("NO_TERMINAL")
        return self._open[terminal]
