import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { describe, expect, onTestFinished, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { registrationMail } from "../../../functions/rendering/mail/registration-mail.ts";
import { MailRefused } from "../../../functions/workflows/deliver/dependencies.ts";
import { mailSender } from "../../../functions/workflows/deliver/mail-sender.ts";
import { mimeOf } from "../../../functions/workflows/deliver/mime.ts";
import { inboxApp } from "../../../infra/local/mail/inbox-app.tsx";
import { type CatcherOptions, startMailCatcher } from "../../../infra/local/mail/mail-catcher.ts";
import { smtpSender } from "../../../infra/local/mail/smtp-sender.ts";
import { mailFacts } from "../../worlds/registration/mails.ts";

const ENVELOPE = {
  from: { name: "Newsroom", address: "registration@newsroom.example.org" },
  to: { name: "Айгүл Серік", address: "aigul@example.org" },
  replyTo: "events@example.org",
  language: "kk" as const,
  date: new Date("2027-06-01T05:00:00Z"),
  messageId: "<one@newsroom.example.org>",
};

async function catcher(refuse?: CatcherOptions["refuse"]) {
  const folder = mkdtempSync(join(tmpdir(), "dateline-mail-"));
  const started = await startMailCatcher({ folder, ...(refuse && { refuse }) });
  const sender = smtpSender(started.port);
  onTestFinished(async () => {
    sender.close();
    await started.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { started, send: mailSender({ from: ENVELOPE.from.address, hand: sender.send }) };
}

describe("a mail, read back", () => {
  test("has text, HTML, passes in the HTML and the calendar's request", async () => {
    const rendered = await registrationMail(mailFacts("confirmed", "kk"));
    const parsed = await simpleParser(await mimeOf(rendered, ENVELOPE));
    expect(parsed.subject).toBe(rendered.subject);
    expect(parsed.text?.trim()).toBe(rendered.text.trim());
    expect(parsed.html).toContain("data:image/png;base64,");
    const calendars = parsed.attachments.filter(({ contentType }) => /calendar|ics/.test(contentType));
    expect(calendars.length).toBeGreaterThanOrEqual(1);
    expect(calendars[0]?.content.toString("utf8")).toBe(rendered.calendar?.text);
    expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
  });

  test.each(LANGUAGES)(
    "names its language (%s), and comes from one domain in From and in its id",
    async (language) => {
      const raws: Buffer[] = [];
      const send = mailSender({
        from: "registration@mail.press.example",
        hand: async (raw) => {
          raws.push(raw);
          return "an id";
        },
      });
      await send(mailFacts("confirmed", language));
      const { headers, messageId, from } = await simpleParser(raws[0] ?? "");
      expect(headers.get("content-language")).toBe(language);
      expect(from?.value[0]?.address).toBe("registration@mail.press.example");
      expect(messageId).toMatch(/^<[0-9a-f]{32}@mail\.press\.example>$/);
    },
  );

  test("cannot be given a header by a name or a title", async () => {
    const rendered = await registrationMail(mailFacts("confirmed", "en"));
    const hostile = "Aigul\r\nBcc: everyone@example.org\r\n\r\nHello";
    const raw = await mimeOf(
      { ...rendered, subject: hostile },
      { ...ENVELOPE, to: { ...ENVELOPE.to, name: hostile } },
    );
    const parsed = await simpleParser(raw);
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.headers.has("bcc")).toBe(false);
  });
});

describe("over SMTP", () => {
  test("a mail arrives whole, survives a restart of the catcher, and is shown in the inbox", async () => {
    const { started, send } = await catcher();
    const facts = mailFacts("confirmed", "ru");
    await send(facts);
    const [caught] = await started.mails();
    expect(caught?.parsed.text?.trim()).toBe((await registrationMail(facts)).text.trim());
    const inbox = inboxApp(started);
    const list = await (await inbox.request("/")).text();
    expect(list).toContain(`href="/mails/${caught?.id}"`);
    const page = await inbox.request(`/mails/${caught?.id}`);
    expect(await page.text()).toContain("sandbox=");
    const shown = await inbox.request(`/mails/${caught?.id}/html`);
    expect(shown.headers.get("Content-Security-Policy")).toMatch(/default-src 'none'.*sandbox/);
    expect((await inbox.request("/mails/../../etc/passwd")).status).toBe(404);
  });

  test.each([
    [550, true],
    [451, false],
  ])("a mailbox that answers %s is refused for good: %s", async (code, forGood) => {
    const { send } = await catcher(() => ({ code, message: "no" }));
    const error = await send(mailFacts("confirmed", "en")).catch((thrown: unknown) => thrown);
    expect(error instanceof MailRefused).toBe(forGood);
    expect(error).toBeInstanceOf(Error);
  });
});
