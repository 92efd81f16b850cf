"""PID 1 of a lab machine: does what the host asks over standard input and answers over standard output.

It runs as the candidate's user, but is not dumpable: processes of that user can neither trace it nor open its
descriptors, and the kernel keeps signals from PID 1. Still nothing it says decides a score; the host judges."""

import ctypes
import errno
import os
import select
import signal
import traceback

from channel import Channel, encode
from processes import kill_all, reap
from runs import Runs
from terminals import Terminals
from workspace import ROOT, Fault, Workspace

_PR_SET_DUMPABLE = 4


class Agent:
    def __init__(self):
        self._channel = Channel(os.dup(0), os.dup(1))
        self._env = {**os.environ, "HOME": ROOT, "USER": "candidate", "SHELL": "/bin/bash"}
        self._workspace = Workspace()
        self._terminals = Terminals(self._env)
        self._runs = Runs(self._env)
        self._wake, wake_write = os.pipe()
        os.set_blocking(self._wake, False)
        os.set_blocking(wake_write, False)
        signal.set_wakeup_fd(wake_write)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self._ops = {
            "hello": self._greet,
            "write": self._workspace.write,
            "read": self._workspace.read,
            "digest": self._workspace.digest,
            "remove": self._workspace.remove,
            "rename": self._workspace.rename,
            "scan": self._workspace.scan,
            "terminal.open": self._terminals.open,
            "terminal.screen": self._show,
            "terminal.input": self._terminals.input,
            "terminal.resize": self._terminals.resize,
            "terminal.pay": self._terminals.pay,
            "terminal.close": self._terminals.close,
            "run.start": self._runs.start,
            "run.input": self._runs.input,
            "run.kill": self._kill_run,
            "still": self._still,
        }

    def serve(self):
        while True:
            ready = dict(self._watched().poll())
            if self._wake in ready:
                os.read(self._wake, 4096)
                self._note_ended(reap())
            if self._channel.write_fd in ready:
                self._channel.flush()
            self._serve_terminals(ready)
            self._serve_runs(ready)
            if self._channel.read_fd in ready:
                for message in self._channel.receive() or []:
                    self._answer(message)
            self._answer_waiting_runs()

    def _watched(self):
        """Exactly what can be dealt with now, so that nothing is read that nobody takes."""
        poll = select.poll()
        poll.register(self._channel.read_fd, select.POLLIN)
        poll.register(self._wake, select.POLLIN)
        if self._channel.pending:
            poll.register(self._channel.write_fd, select.POLLOUT)
        for terminal in self._terminals:
            events = select.POLLIN if terminal.readable and not self._channel.crowded else 0
            events |= select.POLLOUT if terminal.writable else 0
            if events:
                poll.register(terminal.master, events)
        for run in self._runs:
            if run.writable:
                poll.register(run.stdin, select.POLLOUT)
            if run.waiting and run.stdout is not None:
                poll.register(run.stdout, select.POLLIN)
            if run.stderr is not None:
                poll.register(run.stderr, select.POLLIN)
        return poll

    def _serve_terminals(self, ready):
        for terminal in self._terminals:
            events = ready.get(terminal.master, 0)
            if events & ~select.POLLIN:
                terminal.flush()
            if events & ~select.POLLOUT and terminal.readable:
                self._pass_on(terminal)

    def _pass_on(self, terminal):
        """One piece of the terminal's output; false when there is no more of it now."""
        data = terminal.read()
        if data:
            self._channel.send({"event": "terminal.output", "terminal": terminal.name, "data": encode(data)})
        elif data is None:
            self._end(terminal)
        return bool(data)

    def _end(self, terminal):
        self._terminals.close(terminal.name)
        self._channel.send({"event": "terminal.closed", "terminal": terminal.name})

    def _serve_runs(self, ready):
        for run in self._runs:
            if run.stdin is not None and run.stdin in ready:
                run.flush()
            if run.stdout is not None and run.stdout in ready:
                run.read_output()
            if run.stderr is not None and run.stderr in ready:
                run.read_errors()

    def _answer_waiting_runs(self):
        for run in self._runs:
            reply = run.next_reply() if run.waiting else None
            if reply:
                answer, run.waiting = run.waiting, None
                answer(reply)

    def _answer(self, message):
        number, op = message.pop("id", None), message.pop("op")
        try:
            if op == "run.next":
                self._runs.next(message["run"], lambda reply: self._channel.send({"id": number, "ok": reply}))
                return
            if op not in self._ops:
                raise Fault("NO_SUCH_OP")
            self._channel.send({"id": number, "ok": self._ops[op](**message)})
        except Fault as fault:
            self._channel.send({"id": number, "fault": str(fault)})
        except OSError as fault:
            self._channel.send({"id": number, "fault": errno.errorcode.get(fault.errno or 0, "EEXIST")})
        except Exception:
            traceback.print_exc()
            self._channel.send({"id": number, "fault": "INTERNAL"})

    def _greet(self, nonce):
        """A host begins, perhaps after another that died: what that one was running is of no use any more."""
        for run in self._runs.names():
            self._kill_run(run)
        return {"nonce": nonce, "terminals": self._terminals.names()}

    def _show(self, terminal):
        # An event of its own, so that it stands in the stream exactly between the output before and after it.
        data = encode(self._terminals.screen(terminal))
        self._channel.send({"event": "terminal.screen", "terminal": terminal, "data": data})
        return {}

    def _kill_run(self, run):
        result, ended = self._runs.kill(run)
        self._note_ended(ended)
        return result

    def _still(self):
        """Ends everything the candidate runs; from here on files change only by the host's hand."""
        for name in self._terminals.names():
            self._terminals.close(name)
        self._note_ended(kill_all())
        return {}

    def _note_ended(self, ended):
        for pid, code, killer in ended:
            for run in self._runs:
                if run.pid == pid:
                    run.ended = (code, killer)
            for terminal in self._terminals:
                if terminal.pid == pid:
                    # Its jobs may hold the terminal open still; the shell's last words come before the end.
                    while terminal.readable and self._pass_on(terminal):
                        pass
                    if terminal.name in self._terminals.names():
                        self._end(terminal)


def main():
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    os.umask(0o022)
    os.chdir(ROOT)
    # A signal without a handler does not reach PID 1 from inside; so there is none that ends it.
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGPIPE):
        signal.signal(number, signal.SIG_IGN)
    Agent().serve()


main()
