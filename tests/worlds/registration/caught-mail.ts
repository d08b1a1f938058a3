import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport, type Transporter } from "nodemailer";
import { onTestFinished } from "vitest";
import {
  type CatcherOptions,
  type MailCatcher,
  startMailCatcher,
} from "../../../infra/local/mail/mail-catcher.ts";

/** A folder for mail, until the test is over. */
export function mailFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "dateline-mail-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A catcher, and someone who sends to it what a test says, until the test is over. */
export async function caughtMail(
  options: Partial<CatcherOptions> = {},
): Promise<{ catcher: MailCatcher; sender: Transporter }> {
  const catcher = await startMailCatcher({ folder: mailFolder(), ...options });
  const sender = createTransport({
    host: "127.0.0.1",
    port: catcher.port,
    ignoreTLS: true,
    pool: true,
    maxConnections: 1,
  });
  onTestFinished(async () => {
    sender.close();
    await catcher.stop();
  });
  return { catcher, sender };
}

/** A small mail to somebody. */
export const letter = (subject: string, changes: { to?: string; text?: string; html?: string } = {}) => ({
  from: "registration@newsroom.example.org",
  to: "aigul@example.org",
  subject,
  text: "Hello.",
  ...changes,
});
