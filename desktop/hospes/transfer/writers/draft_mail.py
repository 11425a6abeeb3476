# SPDX-License-Identifier: GPL-3.0-or-later
"""A message to many as a draft (.eml) that a program for mail opens ready to be sent."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP


def draft(
    addresses: Sequence[str], subject: str, body: str, attachments: Sequence[tuple[str, bytes]] = ()
) -> bytes:
    """The draft. All recipients stand in Bcc, so that nobody reads the addresses of the others.

    `X-Unsent` is how Outlook knows that a message is still to be sent; others open it as a template. There is
    no sender and no day: the program that sends it knows both.

    Args:
        addresses: for Bcc.
        subject: one line; line breaks in it would be further headers and become blanks.
        body: plain text.
        attachments: PDF files by their names.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = " ".join(subject.split())
    message["Bcc"] = ", ".join(addresses)
    message.set_content(body)
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()
