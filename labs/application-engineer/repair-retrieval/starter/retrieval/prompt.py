"""Builds the prompt for the language model from what was found."""

HEAD = "Answer only from the numbered sources and cite them like [1]."


def build_prompt(question: str, hits: list[dict], budget: int) -> dict:
    """`budget` is the greatest length of the whole prompt in characters."""
    lines = [HEAD]
    citations = []
    length = 0
    for hit in hits:
        line = f"[{len(citations)}] ({hit['doc']}) {hit['text']}"
        if length > budget:
            break
        length += len(hit["text"])
        lines.append(line)
        citations.append({"n": len(citations), "doc": hit["doc"], "chunk": hit["chunk"]})
    lines.append(f"Question: {question}")
    return {"prompt": "\n".join(lines), "citations": citations}
