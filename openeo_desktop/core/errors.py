"""The one family of errors a person may see.

    AppError                    what happened, what to do; everything else that is raised is a bug
    ├── InputError              exit 2: what the person gave cannot be used
    │   ├── ProcessInputError   a process graph that cannot be read; knows the place
    │   └── StorageError        exit 2: a folder cannot be written
    │       ├── DiskFullError   there is no space left
    │       └── PartInUseError  another process downloads the same file
    ├── SignInError             exit 3
    │   ├── SignInNeeded        no valid session; the person has to sign in (again)
    │   └── SignInRefused       the back-end did not accept the name, password or token
    ├── KeychainError           exit 3: the keychain is locked, missing or refuses
    ├── UnreachableError        exit 4: no answer (network, name, TLS, time-out)
    │   └── NotOpenEOError      exit 4: something answers there, but not an openEO back-end
    ├── BackEndError            exit 1: the back-end answered with an error of its own
    │   ├── NotFoundError       the job (or file) does not exist there
    │   ├── LinkExpiredError    a signed link is over; a fresh one has to be fetched
    │   ├── BusyError           the back-end asks for patience (429, 503)
    │   ├── UnsupportedError    the back-end cannot do this
    │   └── BadAnswerError      the answer is not what openEO promises
    ├── JobFailedError          exit 1: the batch job ended in error or was canceled
    ├── DownloadError           exit 1: a file did not arrive whole
    ├── PreviewError            exit 2: a result file cannot be shown, or not in this way
    └── LocalBackEndError       exit 1: the embedded back-end does not start

No Qt, no requests here. Texts are for a person: a sentence, then a hint what to do.
"""

from __future__ import annotations

from typing import ClassVar

from openeo_desktop.core.keychain_state import KeychainState
from openeo_desktop.core.words import tr_sentence


class AppError(Exception):
    """An error with words for a person.

    Args:
        message: What happened, one sentence.
        hint: What to do now, one sentence, may be empty.
        details: Technical text that helps support; copyable, never a secret.
        code: openEO error code, if the back-end sent one (openEO API, «Errors»).
        reference: The back-end's id of this error, to be told to its support.

    Attributes:
        subject: The title of the job it happened to, where that is known; data of a server.
    """

    exit_code: ClassVar[int] = 1

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        details: str = "",
        code: str = "",
        reference: str = "",
    ) -> None:
        super().__init__(message)  # English, for the log
        self.message = tr_sentence(message)
        self.hint = tr_sentence(hint)
        self.details = details
        self.code = code
        self.reference = reference
        self.subject = ""

    def reword(self, *, message: str = "", hint: str = "") -> None:
        """Say it in other words where more is known than when it was raised; empty: as before."""
        self.message = tr_sentence(message) or self.message
        self.hint = tr_sentence(hint) or self.hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()

    def full_text(self, *, technical: bool = True) -> str:
        """Everything worth copying: sentence, hint, code, reference, details.

        Not `technical`: what a person reads, without the details.
        """
        lines = [self.message, self.hint]
        lines.append(f"Code: {self.code}" if self.code else "")
        lines.append(f"Reference of the back-end: {self.reference}" if self.reference else "")
        lines.append(self.details if technical else "")
        return "\n".join(line for line in lines if line)


class InputError(AppError):
    """What the person gave cannot be used."""

    exit_code = 2


class ProcessInputError(InputError):
    """A process graph that cannot be used; knows where.

    Args:
        line: 1-based line in the text, 0 if unknown.
        column: 1-based column in the text, 0 if unknown.
        node: Id of the node in the process graph, may be empty.
    """

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        line: int = 0,
        column: int = 0,
        node: str = "",
        code: str = "",
    ) -> None:
        super().__init__(message, hint, code=code)
        self.line = line
        self.column = column
        self.node = node


class StorageError(InputError):
    """A file or folder cannot be read or written (disk full, no permission)."""


class DiskFullError(StorageError):
    """There is no space left where a file is to be written.

    ``needed`` is how many bytes were asked for before the first one; 0 where writing failed.
    """

    needed: int = 0


class PartInUseError(StorageError):
    """Another process works on the same unfinished download."""


class SignInError(AppError):
    """Sign-in is needed or was refused."""

    exit_code = 3


class SignInNeeded(SignInError):
    """There is no valid session for this account."""


class SignInRefused(SignInError):
    """The back-end did not accept the credentials."""


class KeychainError(AppError):
    """The keychain cannot be used now. Not a `SignInError`: what is in it may still be valid.

    Args:
        state: Which of the ways it cannot be used.
    """

    exit_code = 3

    def __init__(
        self, message: str, hint: str = "", *, state: KeychainState, details: str = ""
    ) -> None:
        super().__init__(message, hint, details=details)
        self.state = state


class UnreachableError(AppError):
    """No answer from the back-end; the network or the server is down.

    ``sent`` is False where no connection came about: then the back-end cannot have done anything.
    ``timed_out``: it was connected, but took too long to answer.
    """

    exit_code = 4
    sent: bool = True
    timed_out: bool = False


class NotOpenEOError(UnreachableError):
    """Something answers at this address, but it is not an openEO back-end."""


class BackEndError(AppError):
    """The back-end answered with an error of its own.

    Args:
        status: HTTP status code, 0 if there was none.
    """

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        details: str = "",
        code: str = "",
        reference: str = "",
        status: int = 0,
    ) -> None:
        super().__init__(message, hint, details=details, code=code, reference=reference)
        self.status = status


class NotFoundError(BackEndError):
    """The job or file does not exist on the back-end (404)."""


class LinkExpiredError(BackEndError):
    """A signed link is no longer valid (401, 403, 410 on an asset)."""


class BusyError(BackEndError):
    """The back-end is busy or in maintenance (429, 502, 503, 504).

    ``retry_after`` is in seconds, None if the back-end did not say.
    """

    retry_after: float | None = None


class UnsupportedError(BackEndError):
    """The back-end does not offer this (404 or 501 on an endpoint)."""


class BadAnswerError(BackEndError):
    """The answer is not what the openEO API promises."""


class JobFailedError(AppError):
    """The batch job ended without a result."""


class DownloadError(AppError):
    """A file did not arrive whole, or not as it was announced."""


class PreviewError(AppError):
    """A result file is damaged, too large or of a kind that cannot be shown (in this way)."""

    exit_code = 2


class PreviewAgainError(PreviewError):
    """A file cannot be shown now, but perhaps at the next attempt."""


class FileChangedError(PreviewAgainError):
    """A file on a server is another one than when it was opened."""


class LocalBackEndError(AppError):
    """The embedded back-end does not start or has stopped."""
