"""Failures by the codes of src/domain/coded-error.ts: page, command line and batch agree."""


class CodedError(Exception):
    """`code` is one of the product's codes; `detail` is English, for developers."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}"
