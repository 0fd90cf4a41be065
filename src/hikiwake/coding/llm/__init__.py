"""The coder by a language model behind an endpoint that the user names; every answer is held to the text."""

from hikiwake.coding.llm.coder import Coding, Estimate, code, estimate
from hikiwake.coding.llm.endpoint import Endpoint, EndpointError, endpoint

__all__ = ["Coding", "Endpoint", "EndpointError", "Estimate", "code", "endpoint", "estimate"]
