"""Chooses the language model for a job from a catalogue."""


def choose_model(models: list[dict], need: dict) -> dict:
    """Prices are in cents for a million tokens. Only the context window is looked at so far."""
    rejected = {}
    suitable = []
    for model in models:
        if need["input_tokens"] > model["context"]:
            rejected[model["name"]] = ["context"]
        else:
            suitable.append(model)
    cheapest = min(suitable, key=lambda model: model["input_price"])
    return {"model": cheapest["name"], "rejected": rejected}
