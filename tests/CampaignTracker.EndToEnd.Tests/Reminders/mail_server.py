"""A mail server for the tests: takes what comes, reads it with Python's own mail library, writes a line of JSON for each.

mail_server.py PORT FILE [--cert CERT KEY] [--user NAME PASSWORD]: with a certificate alone it wants STARTTLS, with a user as well it
speaks TLS from the first byte and takes mail from who has signed in; addresses that begin with "nobody" are refused (550), those with "later" put off (451).
"""
import asyncio
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword


class Sink:
    def __init__(self, path):
        self.out = open(path, "a", encoding="utf-8")

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody"):
            return "550 5.1.1 no such mailbox"
        if address.startswith("later"):
            return "451 4.3.0 try later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        part = lambda kind: (lambda body: body.get_content() if body else None)(mail.get_body(preferencelist=(kind,)))
        self.out.write(json.dumps({
            "to": envelope.rcpt_tos[0], "from": envelope.mail_from, "tls": session.ssl is not None, "headers": {key: str(value) for key, value in mail.items()},
            "text": part("plain"), "html": part("html"),
        }, ensure_ascii=False) + "\n")
        self.out.flush()
        print("mail", flush=True)
        return "250 OK"


port, path = int(sys.argv[1]), sys.argv[2]
context = None
if "--cert" in sys.argv:
    at = sys.argv.index("--cert")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[at + 1], sys.argv[at + 2])
if "--user" in sys.argv:
    at = sys.argv.index("--user")
    known = LoginPassword(sys.argv[at + 1].encode(), sys.argv[at + 2].encode())
    ask = lambda server, session, envelope, mechanism, said: AuthResult(success=said == known, handled=said == known)
    controller = Controller(Sink(path), hostname="127.0.0.1", port=port, ssl_context=context, authenticator=ask, auth_required=True, auth_require_tls=False, enable_SMTPUTF8=True)
else:
    controller = Controller(Sink(path), hostname="127.0.0.1", port=port, tls_context=context, require_starttls=context is not None, enable_SMTPUTF8=True)
controller.start()
print("ready", flush=True)
sys.stdin.read()
controller.stop()
