"""Documents, their chunks, and BM25 over the chunks."""

import math
from collections import Counter

from retrieval.text import chunk, clean, tokenize

K1 = 1.2
B = 0.75
PUBLIC = "public"


class Index:
    def __init__(self) -> None:
        self.documents: dict[str, dict] = {}

    def put(self, document: dict) -> None:
        """Adds the document, or replaces the one that has its id."""
        texts = chunk(clean(document["title"] + "\n" + document["body"]))
        self.documents[document["id"]] = {
            "lang": document["lang"],
            "groups": set(document.get("groups", [])),
            "chunks": [(text, Counter(tokenize(text))) for text in texts],
        }

    def stats(self) -> dict[str, int]:
        chunks = self._all_chunks()
        terms = {term for _, counts in chunks for term in counts}
        return {"documents": len(self.documents), "chunks": len(chunks), "terms": len(terms)}

    def search(self, query: str, k: int, groups: list[str], lang: str | None) -> list[dict]:
        scorer = Scorer(self._all_chunks(), tokenize(query))
        hits = []
        for doc, document in self.documents.items():
            best = best_chunk(document["chunks"], scorer)
            if best is not None:
                hits.append({"doc": doc, **best})
        hits.sort(key=lambda hit: (-hit["score"], hit["doc"]))
        return [hit for hit in hits[:k] if self._is_wanted(hit["doc"], groups, lang)]

    def _is_wanted(self, doc: str, groups: list[str], lang: str | None) -> bool:
        document = self.documents[doc]
        return may_read(document, groups) and lang in (None, document["lang"])

    def _all_chunks(self) -> list[tuple[str, Counter]]:
        return [piece for document in self.documents.values() for piece in document["chunks"]]


class Scorer:
    def __init__(self, chunks: list[tuple[str, Counter]], query_tokens: list[str]) -> None:
        lengths = [counts.total() for _, counts in chunks]
        self.average = sum(lengths) / len(lengths) if lengths else 0.0
        self.idf = {}
        for term in dict.fromkeys(query_tokens):
            containing = sum(1 for _, counts in chunks if term in counts)
            self.idf[term] = math.log(1 + (len(chunks) - containing + 0.5) / (containing + 0.5))

    def score(self, counts: Counter) -> float:
        total = 0.0
        for term, idf in self.idf.items():
            if term in counts:
                tf = counts[term]
                norm = K1 * (1 - B + B * counts.total() / self.average)
                total += idf * tf * (K1 + 1) / (tf + norm)
        return round(total, 6)


def may_read(document: dict, groups: list[str]) -> bool:
    return PUBLIC in document["groups"] or not document["groups"].isdisjoint(groups)


def best_chunk(chunks: list[tuple[str, Counter]], scorer: Scorer) -> dict | None:
    best = None
    for number, (text, counts) in enumerate(chunks):
        score = scorer.score(counts)
        if score > 0 and (best is None or score > best["score"]):
            best = {"chunk": number, "score": score, "text": text}
    return best
