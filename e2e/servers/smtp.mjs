// A mail server for tests.
//
//   node smtp.mjs FOLDER plain|starttls|tls [USER PASSWORD]
//
// Listens on the loopback address and a free port, and prints the port. Each mail that it takes
// becomes a file in FOLDER, numbered in the order they came, with the envelope as its first two
// headers. With TLS it makes a certificate of its own for localhost, FOLDER/certificate.pem.
//
// What it does with mails is told on standard input, a word a line, and answered with the same
// word:
//   accept         takes them (from the start)
//   refuse         knows no recipient (550)
//   refuse-sender  knows no sender (550)
//   busy           asks to try again later (450)
//   hang           never answers
// It ends when standard input does.

import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { SMTPServer } from "smtp-server";

const [folder, protection, user, password] = process.argv.slice(2);
let mode = "accept";
let taken = 0;

function certificate() {
  const [key, cert] = ["key.pem", "certificate.pem"].map((name) => join(folder, name));
  const made = ["-subj", "/CN=localhost", "-days", "2", "-keyout", key, "-out", cert];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  // It stands for a server, not for an authority, and is trusted for what it is.
  const said = ["basicConstraints=critical,CA:FALSE", "subjectAltName=DNS:localhost"];
  const extensions = said.flatMap((extension) => ["-addext", extension]);
  execFileSync("openssl", ["req", "-x509", ...kind, ...made, ...extensions], { stdio: "pipe" });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

function no(code, text) {
  return Object.assign(new Error(text), { responseCode: code });
}

const server = new SMTPServer({
  ...(protection === "plain" ? { hideSTARTTLS: true } : certificate()),
  secure: protection === "tls",
  authOptional: user === undefined,
  allowInsecureAuth: protection === "plain",
  disableReverseLookup: true,
  onAuth(auth, session, done) {
    const known = auth.username === user && auth.password === password;
    done(known ? null : no(535, "unknown user or password"), { user });
  },
  onMailFrom(address, session, done) {
    done(mode === "refuse-sender" ? no(550, `${address.address} may not send here`) : null);
  },
  onRcptTo(address, session, done) {
    if (mode === "refuse") {
      done(no(550, `there is no ${address.address} here`));
    } else if (mode === "busy") {
      done(no(450, `${address.address} is busy`));
    } else if (mode !== "hang") {
      done();
    }
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      const to = rcptTo.map((recipient) => recipient.address).join(", ");
      const head = `Return-Path: <${mailFrom.address}>\r\nDelivered-To: ${to}\r\n`;
      taken += 1;
      const name = `${String(taken).padStart(4, "0")}.eml`;
      const part = join(folder, `${name}.part`);
      writeFileSync(part, Buffer.concat([Buffer.from(head), ...chunks]));
      renameSync(part, join(folder, name));
      done();
    });
  },
});

// A client that goes away or refuses the certificate is what the tests ask for.
server.on("error", () => {});
server.listen(0, "127.0.0.1", () => console.log(server.server.address().port));

const told = createInterface({ input: process.stdin });
told.on("line", (line) => {
  mode = line;
  console.log(line);
});
told.on("close", () => process.exit());
