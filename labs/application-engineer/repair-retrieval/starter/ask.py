"""Asks the service about the corpus: python3 ask.py "退款多久到账" --groups support --k 3 [--answer]"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus" / "documents.json"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("query")
    parser.add_argument("--groups", nargs="*", default=[])
    parser.add_argument("--k", type=int, default=3)
    parser.add_argument("--answer", action="store_true", help="build the prompt instead of listing hits")
    options = parser.parse_args()

    request = {"groups": options.groups, "k": options.k}
    request |= {"op": "answer", "question": options.query} if options.answer else {"op": "search", "query": options.query}
    requests = [{"op": "index", "documents": json.loads(CORPUS.read_text("utf-8"))}, request]
    lines = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in requests)
    run = subprocess.run([sys.executable, "-m", "retrieval"], input=lines, text=True, stdout=subprocess.PIPE, encoding="utf-8")
    for line in run.stdout.splitlines():
        print(json.dumps(json.loads(line), ensure_ascii=False, indent=2))
    sys.exit(run.returncode)


if __name__ == "__main__":
    main()
