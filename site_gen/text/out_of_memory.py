"""Whether an error is that of a process that has no memory left."""

# Of Python 3.11 and 3.12, without memory for the frame of a call (_PyThreadState_PushFrame sets no exception).
_NO_FRAME = "error return without exception set"


def is_out_of_memory(error: BaseException) -> bool:
    """Whether it was raised for want of memory."""
    return isinstance(error, MemoryError) or (isinstance(error, SystemError) and str(error) == _NO_FRAME)
