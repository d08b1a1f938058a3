import { request } from "node:http";
import type { BrowserContext } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { registrationMail } from "../../../../functions/rendering/mail/registration-mail.ts";
import { mailSender } from "../../../../functions/workflows/deliver/mail-sender.ts";
import { openBrowser } from "../../../../infra/local/machine/browser.ts";
import { startInbox } from "../../../../infra/local/mail/inbox-server.ts";
import type { MailCatcher } from "../../../../infra/local/mail/mail-catcher.ts";
import { smtpSender } from "../../../../infra/local/mail/smtp-sender.ts";
import { axeFindings } from "../../../worlds/reading/shown-page.ts";
import { caughtMail, letter } from "../../../worlds/registration/caught-mail.ts";
import { LINK, mailFacts } from "../../../worlds/registration/mails.ts";

/** The address of a catcher's inbox, until the test is over. */
async function inboxOf(catcher: MailCatcher): Promise<string> {
  const inbox = await startInbox(catcher, 0);
  onTestFinished(() => inbox.stop());
  return inbox.address;
}

/** A browser of the test's own: it runs in one process, which does not outlive its first context. */
async function browse(colorScheme: "light" | "dark" = "light"): Promise<BrowserContext> {
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  return browser.newContext({ colorScheme, viewport: { width: 360, height: 800 } });
}

/** What pages of a context ask for that is not the inbox's, each answered with nothing. */
async function elsewhere(context: BrowserContext, address: string): Promise<string[]> {
  const asked: string[] = [];
  await context.route(
    (url) => url.protocol.startsWith("http") && url.origin !== address,
    (route) => {
      asked.push(route.request().url());
      return route.fulfill({ body: "elsewhere" });
    },
  );
  return asked;
}

/** Sends a mail of registration as the newsroom does. */
async function confirmed(catcher: MailCatcher): Promise<string> {
  const sender = smtpSender(catcher.port);
  onTestFinished(() => sender.close());
  await mailSender({ from: "registration@newsroom.example.org", hand: sender.send })(
    mailFacts("confirmed", "ru"),
  );
  const [id = ""] = catcher.ids();
  return id;
}

test("an inbox whose port is taken opens at another one", async () => {
  const { catcher } = await caughtMail();
  const first = await startInbox(catcher, 0);
  onTestFinished(() => first.stop());
  const second = await startInbox(catcher, Number(new URL(first.address).port));
  onTestFinished(() => second.stop());
  expect(second.address).not.toBe(first.address);
  expect((await fetch(second.address)).status).toBe(200);
});

describe("in a browser", () => {
  test("a mail shows with its passes, and its link opens beside the inbox", async () => {
    const { catcher } = await caughtMail();
    const id = await confirmed(catcher);
    const address = await inboxOf(catcher);
    const context = await browse();
    const asked = await elsewhere(context, address);
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole("link", { name: /Регистрация подтверждена/ }).click();
    expect(page.url()).toBe(`${address}/mails/${id}`);
    const frame = page.frameLocator("iframe");
    const widths = await frame
      .locator("img")
      .evaluateAll((all) => all.map((one) => "naturalWidth" in one && one.naturalWidth));
    expect(widths).toHaveLength(2);
    for (const width of widths) expect(width).toBeGreaterThan(100);
    const [opened] = await Promise.all([
      context.waitForEvent("page"),
      frame.getByRole("link", { name: "Посмотреть или изменить" }).click(),
    ]);
    await opened.waitForLoadState();
    expect(opened.url()).toBe(LINK);
    expect(asked).toEqual([LINK]);
  });

  test("a hostile mail runs nothing, loads nothing and sends nothing", async () => {
    const { catcher, sender } = await caughtMail();
    const html = `<html><head><meta http-equiv="refresh" content="0;url=https://evil.example/refresh"><link rel="stylesheet" href="https://evil.example/style">
      <script>parent.document.title = "taken"; fetch("https://evil.example/script")</script></head>
      <body onload="document.title='taken'"><img src="https://evil.example/pixel"><iframe src="https://evil.example/frame"></iframe>
      <form action="https://evil.example/form"><button>Go</button></form><p>Shown</p></body></html>`;
    await sender.sendMail(letter('<script>document.title="taken"</script>', { html }));
    const address = await inboxOf(catcher);
    const context = await browse();
    const asked = await elsewhere(context, address);
    const page = await context.newPage();
    for (const path of ["/", `/mails/${catcher.ids()[0]}`]) await page.goto(address + path);
    await page.frameLocator("iframe").first().getByRole("button", { name: "Go" }).click();
    await page.frameLocator("iframe").first().getByText("Shown").waitFor();
    expect(await page.title()).toBe('<script>document.title="taken"</script>');
    await page.goto(`${address}/mails/${catcher.ids()[0]}/html`);
    await page.getByText("Shown").waitFor();
    expect(await page.title()).not.toBe("taken");
    expect(asked.filter((url) => !url.endsWith("/refresh"))).toEqual([]);
  });

  test.each(["dark", "light"] as const)(
    "axe finds nothing in the %s scheme, and nothing scrolls sideways",
    async (scheme) => {
      const { catcher } = await caughtMail();
      const address = await inboxOf(catcher);
      const page = await (await browse(scheme)).newPage();
      const found: string[] = [];
      const look = async (name: string) => {
        for (const [rule, elements] of await axeFindings(page)) found.push(`${name}: ${rule}: ${elements}`);
        if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
          found.push(`${name} scrolls sideways`);
      };
      await page.goto(address);
      await look("the empty inbox");
      const id = await confirmed(catcher);
      for (const path of ["/", "/mails/none", `/mails/${id}`]) {
        await page.goto(address + path);
        // axe waits for frames for ever in which no script runs: what stands in this one is looked at below
        await page.locator("iframe").evaluateAll((all) => all.map((one) => one.remove()));
        await look(path);
      }
      await page.goto("about:blank");
      await page.setContent((await catcher.mail(id))?.parsed.html || "");
      await look("the mail");
      expect(found).toEqual([]);
    },
    60_000,
  );
});

describe("over HTTP", () => {
  test("source, calendar and passes can be taken away as they were sent", async () => {
    const { catcher } = await caughtMail();
    const id = await confirmed(catcher);
    const address = await inboxOf(catcher);
    const { calendar, passes } = await registrationMail(mailFacts("confirmed", "ru"));
    expect(await (await fetch(`${address}/mails/${id}/source`)).text()).toBe(
      (await catcher.mail(id))?.raw.toString("utf8"),
    );
    const page = await (await fetch(`${address}/mails/${id}`)).text();
    const paths = [...page.matchAll(/href="(\/mails\/[^"]*\/attachments\/\d+)"/g)].map(([, path]) => path);
    const taken = await Promise.all(paths.map((path) => fetch(address + path)));
    for (const answer of taken) expect(answer.headers.get("content-disposition")).toMatch(/^attachment; /);
    const bodies = await Promise.all(taken.map(async (answer) => Buffer.from(await answer.arrayBuffer())));
    expect(bodies.some((body) => body.toString("utf8") === calendar?.text)).toBe(true);
    for (const { png } of passes) expect(bodies.some((body) => body.equals(png))).toBe(true);
  });

  test("older mail stands on further pages, every mail on one of them, in order", async () => {
    const { catcher, sender } = await caughtMail();
    for (let n = 0; n < 120; n++) await sender.sendMail(letter(`Mail ${n}`));
    const address = await inboxOf(catcher);
    const seen: string[] = [];
    for (let path: string | undefined = "/"; path !== undefined; ) {
      const html = await (await fetch(address + path)).text();
      seen.push(...[...html.matchAll(/>(Mail \d+)</g)].map(([, subject = ""]) => subject));
      path = /href="(\/\?before=[^"]+)"/.exec(html)?.[1];
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `Mail ${119 - n}`));
  });

  test("pages allow one style and no script; only reading is answered, and only under names of this machine", async () => {
    const { catcher } = await caughtMail();
    const address = await inboxOf(catcher);
    const answer = await fetch(address);
    expect(answer.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[^' ]+';/,
    );
    expect(answer.headers.get("content-security-policy")).not.toMatch(/unsafe|script-src/);
    const status = (options: { method?: string; path?: string; host?: string }) =>
      new Promise<number | undefined>((resolve, reject) => {
        const { method = "GET", path = "/", host = new URL(address).host } = options;
        request(address, { method, path, headers: { host } }, (answered) => {
          answered.resume();
          resolve(answered.statusCode);
        })
          .on("error", reject)
          .end();
      });
    expect(await status({})).toBe(200);
    expect(await status({ method: "HEAD" })).toBe(200);
    expect(await status({ method: "POST" })).toBe(405);
    expect(await status({ method: "OPTIONS", path: "*" })).toBe(405);
    expect(await status({ path: "http://other.example/" })).toBe(400);
    expect(await status({ host: "attacker.example" })).toBe(421);
    expect(await status({ path: "/mails/..%2f..%2fetc%2fpasswd" })).toBe(404);
  });
});
