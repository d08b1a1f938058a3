import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/** A mail that was caught. */
export interface CaughtMail {
  /** Name of its file, without the ending: when it came, and something random. */
  readonly id: string;
  readonly raw: Buffer;
  readonly parsed: ParsedMail;
}

/** A mail as it is taken, with what the sender said beside it. */
export interface TakenMail {
  readonly raw: Buffer;
  /** Whom the sender wants to be told of failures; empty for nobody. */
  readonly returnPath: string;
  readonly recipients: readonly string[];
}

export interface MailCatcher {
  readonly port: number;
  /** Ids of all that came, newest first. */
  ids(): string[];
  /** @returns undefined for an id under which nothing came */
  mail(id: string): Promise<CaughtMail | undefined>;
  /** All that came, newest first. */
  mails(): Promise<CaughtMail[]>;
  stop(): Promise<void>;
}

export interface CatcherOptions {
  /** Where mails are kept, each a file; they survive a restart. */
  readonly folder: string;
  /** Refuses mail for a recipient, as a mailbox would: for tests. */
  readonly refuse?: (recipient: string) => { readonly code: number; readonly message: string } | undefined;
  /** Is given every mail before it is kept. Where that fails the sender is told to try again later. */
  readonly take?: (mail: TakenMail) => Promise<void>;
}

/** How long a sender that keeps its connection open can hold up the end. */
const CLOSE_TIMEOUT_MS = 1_000;

/** The largest mail that is taken: twenty passes and their words are a tenth of it. */
const LARGEST_BYTES = 10 * 1024 * 1024;

/**
 * Takes mail on the loopback interface and sends it nowhere. `smtp-server` speaks the protocol and `mailparser` reads
 * what came, both of the makers of nodemailer; `maildev` bundles the same two with an inbox that needs scripts of its
 * own and keeps nothing over a restart.
 */
export async function startMailCatcher({ folder, refuse, take }: CatcherOptions): Promise<MailCatcher> {
  mkdirSync(folder, { recursive: true });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    size: LARGEST_BYTES,
    closeTimeout: CLOSE_TIMEOUT_MS,
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const refused = refuse?.(address);
      if (!refused) return done();
      return done(Object.assign(new Error(refused.message), { responseCode: refused.code }));
    },
    onData: (stream, { envelope }, done) => {
      receive(stream, envelope).then(
        () => done(),
        (error: unknown) => done(error instanceof Error ? error : new Error("The mail could not be kept.")),
      );
    },
  });
  let last = 0;

  async function receive(
    stream: SMTPServerDataStream,
    { mailFrom, rcptTo }: SMTPServerSession["envelope"],
  ): Promise<void> {
    const raw = await buffer(stream);
    if (stream.sizeExceeded) throw Object.assign(new Error("The mail is too large."), { responseCode: 552 });
    const returnPath = mailFrom ? mailFrom.address : "";
    await take?.({ raw, returnPath, recipients: rcptTo.map(({ address }) => address) });
    keep(raw);
  }

  /** Written whole under another name first, so that nobody reads half a mail. */
  function keep(raw: Buffer): void {
    last = Math.max(last + 1, Date.now()); // two within a millisecond stay in order
    const id = `${last}-${randomUUID().slice(0, 8)}`;
    writeFileSync(join(folder, `${id}.part`), raw);
    renameSync(join(folder, `${id}.part`), join(folder, `${id}.eml`));
  }

  const ids = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".eml"))
      .map((name) => name.slice(0, -".eml".length))
      .sort()
      .reverse();

  async function read(id: string): Promise<CaughtMail> {
    const raw = readFileSync(join(folder, `${id}.eml`));
    return { id, raw, parsed: await simpleParser(raw) };
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  server.on("error", () => {}); // a sender that hangs up is no reason to end
  const address = server.server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    ids,
    mail: async (id) => (ids().includes(id) ? read(id) : undefined), // so that no id leads out of the folder
    mails: () => Promise.all(ids().map(read)),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
