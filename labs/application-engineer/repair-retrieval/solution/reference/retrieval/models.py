"""Chooses the language model for a job from a catalogue."""


def choose_model(models: list[dict], need: dict) -> dict:
    """Prices are in cents for a million tokens."""
    rejected = {}
    suitable = []
    for model in models:
        reasons = reasons_against(model, need)
        if reasons:
            rejected[model["name"]] = reasons
        else:
            suitable.append(model)
    suitable.sort(key=lambda model: (cost(model, need), -model["quality"], model["name"]))
    return {"model": suitable[0]["name"] if suitable else None, "rejected": rejected}


def reasons_against(model: dict, need: dict) -> list[str]:
    reasons = []
    if not set(need["languages"]) <= set(model["languages"]):
        reasons.append("language")
    if need["input_tokens"] + need["output_tokens"] > model["context"]:
        reasons.append("context")
    if need.get("tools", False) and not model["tools"]:
        reasons.append("tools")
    if need.get("sensitive", False) and not model["local"]:
        reasons.append("local")
    if model["quality"] < need.get("min_quality", 0):
        reasons.append("quality")
    return reasons


def cost(model: dict, need: dict) -> int:
    return need["input_tokens"] * model["input_price"] + need["output_tokens"] * model["output_price"]
