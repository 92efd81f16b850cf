"""Builds the prompt for the language model from what was found."""

HEAD = "Answer only from the numbered sources and cite them like [1]."


class BudgetTooSmall(Exception):
    pass


def build_prompt(question: str, hits: list[dict], budget: int) -> dict:
    """`budget` is the greatest length of the whole prompt in characters."""
    if not hits:
        return {"prompt": None, "citations": []}
    lines = [HEAD]
    citations = []
    tail = f"Question: {question}"
    for hit in hits:
        number = len(citations) + 1
        line = f"[{number}] ({hit['doc']}) {hit['text']}"
        if len("\n".join([*lines, line, tail])) <= budget:
            lines.append(line)
            citations.append({"n": number, "doc": hit["doc"], "chunk": hit["chunk"]})
    if not citations:
        raise BudgetTooSmall
    return {"prompt": "\n".join([*lines, tail]), "citations": citations}
