def stylesheet() -> str:
    return ""
