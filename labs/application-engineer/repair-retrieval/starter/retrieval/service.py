"""Reads requests, calls the parts, and writes replies."""

import json

from retrieval.index import Index
from retrieval.masking import mask
from retrieval.models import choose_model
from retrieval.prompt import build_prompt
from retrieval.text import CHUNK_OVERLAP, CHUNK_SIZE, chunk, tokenize


class Service:
    def __init__(self) -> None:
        self.index = Index()
        self.operations = {
            "tokenize": self.tokenize,
            "chunk": self.chunk,
            "mask": self.mask,
            "index": self.put,
            "stats": lambda request: self.index.stats(),
            "search": self.search,
            "answer": self.answer,
            "choose_model": self.choose_model,
        }

    def reply_to(self, line: str) -> str:
        request = json.loads(line)
        reply = {"ok": True, **self.operations[request["op"]](request)}
        return json.dumps(reply, ensure_ascii=False)

    def tokenize(self, request: dict) -> dict:
        return {"tokens": tokenize(request["text"])}

    def chunk(self, request: dict) -> dict:
        size = request.get("size", CHUNK_SIZE)
        overlap = request.get("overlap", CHUNK_OVERLAP)
        return {"chunks": chunk(request["text"], size, overlap)}

    def mask(self, request: dict) -> dict:
        text, found = mask(request["text"])
        return {"text": text, "found": found}

    def put(self, request: dict) -> dict:
        for document in request["documents"]:
            self.index.put(document)
        return {"indexed": len(request["documents"]), "rejected": []}

    def search(self, request: dict) -> dict:
        return {"hits": self.find(request, request["query"], 5)}

    def answer(self, request: dict) -> dict:
        hits = self.find(request, request["question"], 3)
        return build_prompt(request["question"], hits, request.get("budget", 1200))

    def choose_model(self, request: dict) -> dict:
        return choose_model(request["models"], request["need"])

    def find(self, request: dict, query: str, default_k: int) -> list[dict]:
        return self.index.search(query, request.get("k", default_k), request.get("groups", []), request.get("lang"))
