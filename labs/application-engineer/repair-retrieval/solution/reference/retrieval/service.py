"""Reads requests, calls the parts, and writes replies."""

import json

from retrieval.index import Index
from retrieval.masking import mask
from retrieval.models import choose_model
from retrieval.prompt import BudgetTooSmall, build_prompt
from retrieval.text import CHUNK_OVERLAP, CHUNK_SIZE, chunk, clean, normalise, tokenize


class Refused(Exception):
    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


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
        try:
            request = json.loads(line)
        except ValueError:
            return encode(failure("bad_json", "the line is not JSON"))
        try:
            reply = {"ok": True, **self.dispatch(request)}
        except Refused as refused:
            reply = failure(refused.code, str(refused))
        if isinstance(request, dict) and "id" in request:
            reply["id"] = request["id"]
        return encode(reply)

    def dispatch(self, request: object) -> dict:
        if not isinstance(request, dict):
            raise Refused("bad_request", "a request is a JSON object")
        name = text_of(request, "op")
        if name not in self.operations:
            raise Refused("unknown_op", f"there is no operation {name!r}")
        return self.operations[name](request)

    def tokenize(self, request: dict) -> dict:
        return {"tokens": tokenize(text_of(request, "text"))}

    def chunk(self, request: dict) -> dict:
        size = integer_of(request, "size", CHUNK_SIZE, 1, 2000)
        overlap = integer_of(request, "overlap", CHUNK_OVERLAP, 0, size - 1)
        return {"chunks": chunk(text_of(request, "text"), size, overlap)}

    def mask(self, request: dict) -> dict:
        text, found = mask(normalise(text_of(request, "text")))
        return {"text": text, "found": found}

    def put(self, request: dict) -> dict:
        documents = request.get("documents")
        if not isinstance(documents, list):
            raise Refused("bad_request", "documents must be a list")
        rejected = []
        for position, document in enumerate(documents):
            if is_document(document):
                self.index.put(document)
            else:
                rejected.append(position)
        return {"indexed": len(documents) - len(rejected), "rejected": rejected}

    def search(self, request: dict) -> dict:
        return {"hits": self.find(request, text_of(request, "query"), 5)}

    def answer(self, request: dict) -> dict:
        question = clean(text_of(request, "question"))
        budget = integer_of(request, "budget", 1200, 1, 100_000)
        hits = self.find(request, question, 3)
        try:
            return build_prompt(question, hits, budget)
        except BudgetTooSmall:
            raise Refused("budget_too_small", "no source fits into the budget") from None

    def choose_model(self, request: dict) -> dict:
        models, need = request.get("models"), request.get("need")
        if not isinstance(models, list) or not isinstance(need, dict):
            raise Refused("bad_request", "models must be a list and need an object")
        return choose_model(models, need)

    def find(self, request: dict, query: str, default_k: int) -> list[dict]:
        k = integer_of(request, "k", default_k, 1, 50)
        groups = request.get("groups", [])
        if not is_list_of_text(groups):
            raise Refused("bad_request", "groups must be a list of texts")
        lang = request.get("lang")
        if "lang" in request and lang not in ("zh", "en"):
            raise Refused("bad_request", "lang must be zh or en")
        return self.index.search(query, k, groups, lang)


def text_of(request: dict, name: str) -> str:
    value = request.get(name)
    if not isinstance(value, str):
        raise Refused("bad_request", f"{name} must be a text")
    return value


def integer_of(request: dict, name: str, default: int, least: int, most: int) -> int:
    value = request.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise Refused("bad_request", f"{name} must be a whole number from {least} to {most}")
    return value


def is_list_of_text(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def is_document(value: object) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("id"), str)
        and value["id"] != ""
        and isinstance(value.get("title"), str)
        and isinstance(value.get("body"), str)
        and value.get("lang") in ("zh", "en")
        and is_list_of_text(value.get("groups", []))
    )


def failure(code: str, message: str) -> dict:
    return {"ok": False, "error": {"code": code, "message": message}}


def encode(reply: dict) -> str:
    return json.dumps(reply, ensure_ascii=False)
