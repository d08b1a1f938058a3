import { expect, test } from "vitest";
import type { OutboxMail } from "../../../functions/domain/registration/mail.ts";
import { mailLine } from "../../../functions/workflows/deliver/log-lines.ts";

const MAIL: OutboxMail = {
  registration: "0a1b2c3d",
  event: "an-event",
  version: 3,
  index: 0,
  kind: "confirmed",
  to: "aigul@example.org",
  name: "Aigul Serik",
  language: "en",
  createdAt: "2027-06-01T05:00:00Z",
};
const NOW = { stage: "dev", now: "2027-06-01T05:00:03Z" };

test("a mail that was sent tells how long it took, and nothing of whom it is for", () => {
  const line = mailLine({ kind: "sent", mail: MAIL, seconds: 3 }, NOW);
  expect(JSON.parse(line)).toMatchObject({ kind: "mail-sent", mail: "confirmed", MailLag: 3, Stage: "dev" });
  expect(line).not.toMatch(/aigul/i);
});

test("a mail that will never be sent counts, one that had become pointless does not", () => {
  const failed = JSON.parse(mailLine({ kind: "failed", mail: MAIL, reason: "given up" }, NOW));
  expect(failed).toMatchObject({ level: "WARN", reason: "given up", MailFailed: 1 });
  const dropped = JSON.parse(mailLine({ kind: "dropped", mail: MAIL, reason: "superseded" }, NOW));
  expect(dropped).toMatchObject({ level: "INFO", reason: "superseded" });
  expect(dropped).not.toHaveProperty("_aws");
});
