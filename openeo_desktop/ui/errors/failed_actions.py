"""What failed, as a sentence in the language of the window: «Could not stop the job «NDVI».»

Intents are named in English (`spawn(work, "stop the job")`), for the log too. The sentences that
people read of them are here, so that they can be translated; of an intent that is not among them
another language says nothing, and the error speaks for itself.
"""

from __future__ import annotations

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.words import error_text, is_translating, tr_sentence

_LONGEST_TITLE = 60

OF_ONE_JOB = (
    error_text("Could not start the job «{1}»."),
    error_text("Could not start the waiting job «{1}»."),
    error_text("Could not stop the job «{1}»."),
    error_text("Could not delete the job «{1}»."),
    error_text("Could not change the job «{1}»."),
    error_text("Could not duplicate the job «{1}»."),
    error_text("Could not run a copy of the job «{1}»."),
    error_text("Could not export the job «{1}»."),
    error_text("Could not download the results of «{1}»."),
)
OF_JOBS = (
    error_text("Could not start the job."),
    error_text("Could not start the waiting job."),
    error_text("Could not stop the job."),
    error_text("Could not delete the job."),
    error_text("Could not change the job."),
    error_text("Could not create the job."),
    error_text("Could not rename the job."),
    error_text("Could not duplicate the job."),
    error_text("Could not run a copy of the job."),
    error_text("Could not estimate the job."),
    error_text("Could not export the job."),
    error_text("Could not add the job."),
    error_text("Could not select the job."),
    error_text("Could not read the job."),
    error_text("Could not refresh the job."),
    error_text("Could not list the jobs again."),
    error_text("Could not read the selected jobs."),
    error_text("Could not read the process of the job."),
    error_text("Could not copy the job as code."),
)
OF_RESULTS = (
    error_text("Could not download the results."),
    error_text("Could not download the results of a job that has finished."),
    error_text("Could not read the results."),
    error_text("Could not copy a link to the results."),
    error_text("Could not copy the link."),
    error_text("Could not fetch the file that was dragged."),
    error_text("Could not open the preview."),
    error_text("Could not save the picture."),
    error_text("Could not pause the download."),
    error_text("Could not resume the download."),
    error_text("Could not try the download again."),
    error_text("Could not cancel the download."),
    error_text("Could not delete the file."),
    error_text("Could not verify the file."),
    error_text("Could not change the order."),
    error_text("Could not remove from the list."),
)
OF_LOGS = (
    error_text("Could not read the log."),
    error_text("Could not search the log."),
    error_text("Could not save the log."),
    error_text("Could not copy the lines."),
    error_text("Could not find the next error."),
)
OF_ACCOUNTS = (
    error_text("Could not sign in."),
    error_text("Could not sign out."),
    error_text("Could not rename the account."),
    error_text("Could not remove the account."),
    error_text("Could not switch the account on."),
    error_text("Could not switch the account off."),
    error_text("Could not start the back-end of this computer."),
    error_text("Could not start the back-end on this computer."),
    error_text("Could not keep the back-end of this computer running."),
)
OF_THE_APP = (
    error_text("Could not read the file."),
    error_text("Could not open the link."),
    error_text("Could not open the history."),
    error_text("Could not check the history."),
    error_text("Could not read the notices."),
    error_text("Could not go on with the downloads."),
    error_text("Could not watch the accounts."),
)


def failed_action(what: str, subject: str = "") -> str:
    """The sentence, empty where the chosen language has none.

    Args:
        what: A verb phrase in English: "stop the job".
        subject: The title of the job it happened to, data of a server; empty: not known.
    """
    title = visible_text(" ".join(subject.split()))
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rstrip() + "…"
    form = next((it for it in _named_forms(what) if title and it in OF_ONE_JOB), "")
    sentence = form.replace("{1}", title) or f"Could not {what}."
    said = tr_sentence(sentence)
    return said if said != sentence or not is_translating() else ""


def _named_forms(what: str) -> tuple[str, str]:
    return f"Could not {what} «{{1}}».", f"Could not {what} of «{{1}}»."
