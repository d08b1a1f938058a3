import { type Context, Hono } from "hono";
import { listPage, mailPage, missingPage, summaryOf } from "./inbox-pages.tsx";
import { INBOX_STYLE_HASH } from "./inbox-style.ts";
import type { CaughtMail, MailCatcher } from "./mail-catcher.ts";

/** Mails on a page: reading one takes some milliseconds. */
const PAGE = 50;

/** The inbox of everyone to whom this newsroom has sent mail: for looking at what people get. */
export function inboxApp(catcher: Pick<MailCatcher, "ids" | "mails" | "mail">): Hono {
  const app = new Hono();
  const missing = (c: Context) => c.html(missingPage(), 404, HEADERS);

  /** Answers with what is made of the mail that the address names. */
  const ofMail =
    (answer: (c: Context, mail: CaughtMail) => Response | Promise<Response> | undefined) =>
    async (c: Context) => {
      const mail = await catcher.mail(c.req.param("id") ?? "");
      return (mail && (await answer(c, mail))) ?? missing(c);
    };

  return app
    .get("/", async (c) => {
      const ids = catcher.ids();
      const before = c.req.query("before");
      const left = before === undefined ? ids : ids.filter((id) => id < before);
      const mails = await Promise.all(left.slice(0, PAGE).map(catcher.mail));
      const older = left.length > PAGE ? left[PAGE - 1] : undefined;
      const facts = { mails: mails.filter((mail) => mail !== undefined), count: ids.length };
      return c.html(listPage({ ...facts, ...(older !== undefined && { older }) }), 200, HEADERS);
    })
    .get("/mails.json", async (c) => {
      const mails = await catcher.mails();
      return c.json(
        mails.map(({ id, parsed }) => ({ id, ...summaryOf(parsed) })),
        200,
        HEADERS,
      );
    })
    .get(
      "/mails/:id",
      ofMail((c, mail) => c.html(mailPage(mail), 200, HEADERS)),
    )
    .get(
      "/mails/:id/source",
      ofMail((c, { raw }) => c.text(raw.toString("utf8"), 200, HEADERS)),
    )
    .get(
      "/mails/:id/html",
      ofMail((c, { parsed }) => (parsed.html ? c.html(openingBeside(parsed.html), 200, FRAMED) : undefined)),
    )
    .get(
      "/mails/:id/attachments/:n",
      ofMail((c, { parsed }) => {
        const found = parsed.attachments[Number(c.req.param("n"))];
        return found && c.body(new Uint8Array(found.content), 200, download(found));
      }),
    )
    .notFound(missing);
}

const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": `default-src 'none'; style-src ${INBOX_STYLE_HASH}; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

/**
 * What a stranger wrote is shown without scripts, forms or anything from elsewhere, also when it is opened on its own.
 * The style of mails stands in their elements, and the parser has put their pictures into `data:` addresses.
 */
const FRAMED = {
  ...HEADERS,
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
};

/** In the frame itself a link could open nothing but the inbox. */
const openingBeside = (mail: string): string => mail.replace(/<head>|(?=<body)/i, `$&<base target="_blank">`);

function download({ filename, contentType }: { filename?: string | undefined; contentType: string }) {
  const name = (filename ?? "attachment").replace(/[^\w.-]/g, "_");
  return {
    ...HEADERS,
    "Content-Type": /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : "application/octet-stream",
    "Content-Disposition": `attachment; filename="${name}"`,
  };
}
