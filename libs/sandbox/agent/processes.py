"""Starting, ending and reaping processes. This program is PID 1 of its container, so every orphan is its child."""

import os
import signal
import time

# The kernel's memory killer takes what the candidate started before it takes this program.
_PREFER_AS_VICTIM = 'echo 1000 >/proc/self/oom_score_adj 2>/dev/null; exec "$@"'
_RESET = [signal.SIGPIPE, signal.SIGCHLD, signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def spawn(argv, file_actions, env):
    """Starts argv as leader of a session of its own, in the present directory. posix_spawn runs no Python in
    between, so the child is never a readable copy of this program."""
    return os.posix_spawn(
        "/bin/sh",
        ["sh", "-c", _PREFER_AS_VICTIM, "sh", *argv],
        env,
        file_actions=file_actions,
        setsid=True,
        setsigdef=_RESET,
        setsigmask=[],
    )


def reap():
    """(pid, exit code or None, signal or None) of every child that has ended."""
    ended = []
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return ended
        if pid == 0:
            return ended
        code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else None
        ended.append((pid, code, os.WTERMSIG(status) if os.WIFSIGNALED(status) else None))


def kill_session(leader):
    """Kills every process of the session, again until a look finds none (a few times at most)."""
    for _ in range(5):
        members = [pid for pid, session in _sessions() if session == leader]
        if not members:
            return
        for pid in members:
            try:
                os.kill(pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                pass


def kill_all(timeout_sec=3.0):
    """Kills every process of the container but this one, and reaps them. The kernel takes them in one sweep that no
    fork escapes. Returns what reap() would have."""
    ended = []
    deadline = time.monotonic() + timeout_sec
    while time.monotonic() < deadline:
        try:
            os.kill(-1, signal.SIGKILL)
        except ProcessLookupError:
            return ended + reap()
        ended += reap()
        time.sleep(0.001)
    return ended


def _sessions():
    for name in os.listdir("/proc"):
        if not name.isdigit() or name == "1":
            continue
        try:
            with open(f"/proc/{name}/stat", "rb") as stat:
                fields = stat.read().rpartition(b")")[2].split()
        except OSError:
            continue
        if fields[0] != b"Z":
            yield int(name), int(fields[3])
