"""The one stream to the host: lines of JSON, each way at most MAX_LINE bytes long."""

import base64
import json
import os

MAX_LINE = 12 * 1024 * 1024
# While this much waits to be taken by the host, terminals and runs are not read.
HIGH_WATER = 2 * 1024 * 1024


class Channel:
    def __init__(self, read_fd, write_fd):
        self.read_fd = read_fd
        self.write_fd = write_fd
        self._in = bytearray()
        self._skipping = False
        self._out = bytearray()
        os.set_blocking(read_fd, False)
        os.set_blocking(write_fd, False)

    def receive(self):
        """Messages that have arrived whole. Anything that is no JSON object is passed over: after a host died in
        the middle of a line, the next one begins with a newline and is understood again."""
        messages = []
        while True:
            try:
                chunk = os.read(self.read_fd, 1 << 18)
            except BlockingIOError:
                return messages
            if not chunk:
                return None
            self._in += chunk
            lines = []
            if b"\n" in chunk:
                *lines, self._in = self._in.split(b"\n")
            for line in lines:
                message = None if self._skipping else _parse(line)
                self._skipping = False
                if message is not None:
                    messages.append(message)
            if len(self._in) > MAX_LINE:
                self._in = bytearray()
                self._skipping = True
            if messages:
                return messages

    def send(self, message):
        self._out += json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n"
        self.flush()

    def flush(self):
        while self._out:
            try:
                written = os.write(self.write_fd, memoryview(self._out)[: 1 << 16])
            except BlockingIOError:
                return
            del self._out[:written]

    @property
    def pending(self):
        return len(self._out)

    @property
    def crowded(self):
        return len(self._out) > HIGH_WATER


def _parse(line):
    try:
        message = json.loads(line)
    except ValueError:
        return None
    return message if isinstance(message, dict) and "op" in message else None


def encode(data):
    return base64.b64encode(data).decode("ascii")


def decode(text):
    return base64.b64decode(text, validate=True)
