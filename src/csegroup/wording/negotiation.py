def negotiated(wanted, available):
    return None
