import sys

from retrieval.service import Service


def main() -> None:
    service = Service()
    for line in sys.stdin:
        print(service.reply_to(line), flush=True)


if __name__ == "__main__":
    main()
