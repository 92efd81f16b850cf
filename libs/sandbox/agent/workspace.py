"""Files of the workspace. No link is followed at any step, only regular files are touched, nothing outside is."""

import hashlib
import os
import shutil
import stat
import time

from channel import decode, encode

ROOT = "/workspace"
MAX_PATH = 200
MAX_READ = 512 * 1024
CACHES = {"__pycache__", ".cache", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".ipynb_checkpoints"}
_TEMPORARY = ".ennead-"
_TICK_NS = 50_000_000
_DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
# Non-blocking, so that opening a FIFO does not wait for its other end.
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY


class Fault(Exception):
    """A refusal with a code that the host knows."""


class Workspace:
    def __init__(self):
        self._root = os.open(ROOT, _DIRECTORY)
        self._digests = {}
        self._uploads = {}

    def write(self, upload, path, data, last, executable=None, expect="any"):
        """Writes a file piece by piece beside its place and renames it there with the last piece, so that nobody
        sees half of it. `expect` is the digest the present file must have (None: there must be none)."""
        content = self._uploads.pop(upload, b"") + decode(data)
        if not last:
            self._uploads[upload] = content
            return {}
        with self._parent(path, create=True) as (directory, name):
            present = _lstat(directory, name)
            if present and not stat.S_ISREG(present.st_mode):
                raise Fault("NOT_REGULAR")
            if expect != "any" and self._digest_at(directory, name) != expect:
                raise Fault("CHANGED")
            mode = 0o755 if executable else 0o644
            if executable is None and present:
                mode = stat.S_IMODE(present.st_mode) | 0o600
            self._replace(directory, name, content, mode)
        return {"sha256": hashlib.sha256(content).hexdigest()}

    def _replace(self, directory, name, content, mode):
        temporary = f"{_TEMPORARY}{os.urandom(8).hex()}"
        file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode, dir_fd=directory)
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(file, view) :]
            os.fchmod(file, mode)
            os.rename(temporary, name, src_dir_fd=directory, dst_dir_fd=directory)
        except OSError:
            os.unlink(temporary, dir_fd=directory)
            raise
        finally:
            os.close(file)

    def read(self, path, offset=0):
        """A piece of at most MAX_READ bytes, with the file's size and stamp at that moment."""
        with self._parent(path) as (directory, name), _regular(directory, name) as (file, status):
            data = os.pread(file, MAX_READ, offset)
            return {"data": encode(data), "sizeBytes": status.st_size, "stamp": _stamp(status)}

    def digest(self, path):
        try:
            with self._parent(path) as (directory, name):
                return {"sha256": self._digest_at(directory, name)}
        except (FileNotFoundError, NotADirectoryError):
            return {"sha256": None}

    def remove(self, path):
        with self._parent(path) as (directory, name):
            if stat.S_ISDIR(os.lstat(name, dir_fd=directory).st_mode):
                shutil.rmtree(name, dir_fd=directory)
            else:
                os.unlink(name, dir_fd=directory)
        return {}

    def rename(self, path, newPath):
        with self._parent(path) as (source, name), self._parent(newPath, create=True) as (target, new_name):
            mode = os.lstat(name, dir_fd=source).st_mode
            if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
                raise Fault("NOT_REGULAR")
            if _lstat(target, new_name):
                raise FileExistsError
            os.rename(name, new_name, src_dir_fd=source, dst_dir_fd=target)
        return {}

    def scan(self, mark=None, maxFiles=20000, maxFileBytes=1 << 26, fresh=False):
        """Every regular file with size, digest and executable bit; only the mark when that is still the same. Links,
        devices, FIFOs, sockets, caches, unreadable names and what is past the limits are counted as skipped. `fresh`
        digests everything anew: a write through a memory map leaves no trace in a file's times."""
        now = time.time_ns()
        found, skipped = [], 0
        for path, status in self._walk():
            if status is None or len(found) >= maxFiles:
                skipped += 1
            else:
                found.append((path, status))
        found.sort(key=lambda entry: entry[0])
        quiet = now - max((status.st_ctime_ns for _, status in found), default=0)
        listing = "\n".join(f"{path}\0{_stamp(status)}\0{status.st_mode}" for path, status in found)
        # Two writes within one tick of the file system's clock look like one: such a mark is not met again.
        tick = now if quiet < _TICK_NS else 0
        present = hashlib.sha256(f"{skipped}\n{tick}\n{listing}".encode()).hexdigest()
        answer = {"mark": present, "quietMs": max(0, quiet) // 1_000_000}
        if present == mark and not fresh:
            return answer
        old, self._digests, files = {} if fresh else self._digests, {}, []
        for path, status in found:
            key = (path, _stamp(status))
            small = status.st_size <= maxFileBytes
            digest = (old.get(key) or self._digest_quietly(path)) if small else None
            if digest and not tick:
                self._digests[key] = digest
            executable = bool(status.st_mode & 0o100)
            files.append({"path": path, "sizeBytes": status.st_size, "executable": executable, "sha256": digest})
        return {**answer, "files": files, "skipped": skipped}

    def _walk(self):
        """(path, status) of every entry that is no directory; status is None for what is not a regular file."""
        pending = [""]
        while pending:
            prefix = pending.pop()
            try:
                with self._parent(prefix + "x") as (directory, _), os.scandir(directory) as entries:
                    for entry in entries:
                        if entry.name in CACHES or entry.name.startswith(_TEMPORARY):
                            continue
                        path = prefix + entry.name
                        status = entry.stat(follow_symlinks=False)
                        if stat.S_ISDIR(status.st_mode) and _plain(path + "/x"):
                            pending.append(path + "/")
                        else:
                            yield path, status if stat.S_ISREG(status.st_mode) and _plain(path) else None
            except (OSError, Fault):
                yield prefix, None

    def _digest_quietly(self, path):
        try:
            with self._parent(path) as (directory, name):
                return self._digest_at(directory, name)
        except (OSError, Fault):
            return None

    def _digest_at(self, directory, name):
        if not _lstat(directory, name):
            return None
        with _regular(directory, name) as (file, _):
            digest = hashlib.sha256()
            while chunk := os.read(file, 1 << 18):
                digest.update(chunk)
            return digest.hexdigest()

    def _parent(self, path, create=False):
        return _Parent(self._root, path, create)


class _Parent:
    """The directory that holds `path`, reached one step at a time without following links, and the last name."""

    def __init__(self, root, path, create):
        parts = path.split("/")
        if not _plain(path) or any(part in ("", ".", "..") for part in parts):
            raise Fault("PATH_INVALID")
        self._root, self._parts, self._create = root, parts, create

    def __enter__(self):
        self._fd = os.dup(self._root)
        for part in self._parts[:-1]:
            try:
                if self._create:
                    try:
                        os.mkdir(part, 0o755, dir_fd=self._fd)
                    except FileExistsError:
                        pass
                step = os.open(part, _DIRECTORY, dir_fd=self._fd)
            except OSError:
                os.close(self._fd)
                raise
            os.close(self._fd)
            self._fd = step
        return self._fd, self._parts[-1]

    def __exit__(self, *_):
        os.close(self._fd)


class _regular:
    def __init__(self, directory, name):
        self._file = os.open(name, _FILE, dir_fd=directory)

    def __enter__(self):
        status = os.fstat(self._file)
        if not stat.S_ISREG(status.st_mode):
            os.close(self._file)
            raise Fault("NOT_REGULAR")
        return self._file, status

    def __exit__(self, *_):
        os.close(self._file)


def _lstat(directory, name):
    try:
        return os.lstat(name, dir_fd=directory)
    except FileNotFoundError:
        return None


def _stamp(status):
    # The change time cannot be set by anybody, so a file with an old stamp has its old content.
    return f"{status.st_ino}.{status.st_size}.{status.st_mtime_ns}.{status.st_ctime_ns}"


def _plain(path):
    try:
        encoded = path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return 0 < len(encoded) <= MAX_PATH and not any(ord(c) < 32 or c == "\\" for c in path)
