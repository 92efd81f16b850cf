import sys

from retrieval.service import Service


def main() -> None:
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    service = Service()
    for line in sys.stdin:
        sys.stdout.write(service.reply_to(line) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
