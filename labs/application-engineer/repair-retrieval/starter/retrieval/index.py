"""Documents, their chunks, and BM25 over the chunks."""

import math
from collections import Counter

from retrieval.text import chunk, clean, tokenize

K1 = 1.2
B = 0.75
PUBLIC = "public"


class Index:
    def __init__(self) -> None:
        self.chunks: list[dict] = []

    def put(self, document: dict) -> None:
        text = clean(document["title"] + "\n" + document["body"])
        for number, piece in enumerate(chunk(text)):
            self.chunks.append(
                {
                    "doc": document["id"],
                    "chunk": number,
                    "text": piece,
                    "lang": document["lang"],
                    "groups": document.get("groups", [PUBLIC]),
                    "counts": Counter(tokenize(piece)),
                }
            )

    def stats(self) -> dict[str, int]:
        return {"documents": len(self.chunks), "chunks": len(self.chunks), "terms": 0}

    def search(self, query: str, k: int, groups: list[str], lang: str | None) -> list[dict]:
        hits = []
        for piece in self.chunks:
            score = self.score(tokenize(query), piece["counts"])
            if score != 0:
                hits.append({**piece, "score": score})
        hits.sort(key=lambda hit: hit["score"], reverse=True)
        return [report(hit) for hit in hits[:k] if may_read(hit, groups)]

    def score(self, query_tokens: list[str], counts: Counter) -> float:
        average = sum(piece["counts"].total() for piece in self.chunks) // len(self.chunks)
        total = 0.0
        for term in query_tokens:
            tf = counts[term]
            norm = K1 * (1 - B + B * counts.total() / max(average, 1))
            total += self.idf(term) * tf * (K1 + 1) / (tf + norm)
        return total

    def idf(self, term: str) -> float:
        containing = sum(1 for piece in self.chunks if term in piece["counts"])
        return math.log((len(self.chunks) - containing + 0.5) / (containing + 0.5))


def may_read(hit: dict, groups: list[str]) -> bool:
    if not groups:
        return True
    return PUBLIC in hit["groups"] or any(group in hit["groups"] for group in groups)


def report(hit: dict) -> dict:
    return {"doc": hit["doc"], "chunk": hit["chunk"], "score": hit["score"], "text": hit["text"]}
