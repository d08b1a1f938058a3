import { Hono } from "hono";
import { html, raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { ParsedMail } from "mailparser";
import type { CaughtMail, MailCatcher } from "./mail-catcher.ts";

const STYLE = `
:root{color-scheme:light dark;--line:#8a96a6;--accent:#14498f}
@media(prefers-color-scheme:dark){:root{--accent:#9cc3f8}}
body{margin:0 auto;padding:1.5rem clamp(1rem,4vw,3rem);max-width:70rem;font:1rem/1.55 system-ui,"Noto Sans",sans-serif}
a{color:var(--accent)}
h1{font-size:1.6rem}
table{width:100%;border-collapse:collapse}
th,td{padding:.6rem .8rem .6rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-size:.875rem}
iframe{width:100%;height:60rem;border:1px solid var(--line);background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:1rem;border:1px solid var(--line)}
dl{display:grid;grid-template-columns:auto 1fr;gap:.3rem 1.2rem}
dt{opacity:.75}dd{margin:0}
@media(max-width:40rem){thead{display:none}tr,td{display:block;border:0;padding:.1rem 0}tr{padding:.8rem 0;border-bottom:1px solid var(--line)}dl{grid-template-columns:1fr}}
`;

/**
 * The inbox of everyone to whom this newsroom has sent mail: for looking at what people get. Mails are shown in a frame
 * that runs nothing and loads nothing.
 */
export function inboxApp(catcher: Pick<MailCatcher, "mails" | "mail">): Hono {
  return new Hono()
    .get("/", async (c) => c.html(listPage(await catcher.mails()), 200, HEADERS))
    .get("/mails.json", async (c) =>
      c.json(
        (await catcher.mails()).map(({ id, parsed }) => ({ id, ...summary(parsed) })),
        200,
        HEADERS,
      ),
    )
    .get("/mails/:id", async (c) => {
      const mail = await catcher.mail(c.req.param("id"));
      return mail ? c.html(mailPage(mail), 200, HEADERS) : c.text("There is no such mail.\n", 404);
    })
    .get("/mails/:id/source", async (c) => {
      const mail = await catcher.mail(c.req.param("id"));
      return mail ? c.text(mail.raw.toString("utf8"), 200, HEADERS) : c.text("There is no such mail.\n", 404);
    })
    .get("/mails/:id/html", async (c) => {
      const mail = await catcher.mail(c.req.param("id"));
      const shown = mail?.parsed.html;
      return shown ? c.html(shown, 200, FRAMED) : c.text("This mail has no HTML.\n", 404);
    })
    .get("/mails/:id/attachments/:n", async (c) => {
      const mail = await catcher.mail(c.req.param("id"));
      const found = mail?.parsed.attachments[Number(c.req.param("n"))];
      if (!found) return c.text("There is no such attachment.\n", 404);
      return c.body(new Uint8Array(found.content), 200, {
        ...HEADERS,
        "Content-Type": found.contentType,
        "Content-Disposition": `attachment; filename="${(found.filename ?? "attachment").replace(/[^\w.-]/g, "_")}"`,
      });
    });
}

const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

/** What a stranger wrote is shown without scripts, forms or anything from elsewhere, also when opened on its own. */
const FRAMED = {
  ...HEADERS,
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
};

function summary({ subject = "", to, date }: ParsedMail) {
  const recipients = (Array.isArray(to) ? to : to ? [to] : []).map(({ text }) => text).join(", ");
  return { subject, to: recipients, date: date?.toISOString() ?? "" };
}

function listPage(mails: readonly CaughtMail[]) {
  return document(
    "Mail of this newsroom",
    <>
      <h1>Mail of this newsroom</h1>
      <p>Everything that was sent is caught here and went nowhere else.</p>
      {mails.length === 0 ? (
        <p>
          <strong>No mail yet.</strong> Register for an event, then load this page again.
        </p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Subject</th>
              <th scope="col">To</th>
              <th scope="col">Sent</th>
            </tr>
          </thead>
          <tbody>
            {mails.map(({ id, parsed }) => {
              const { subject, to, date } = summary(parsed);
              return (
                <tr>
                  <td>
                    <a href={`/mails/${id}`}>{subject}</a>
                  </td>
                  <td>{to}</td>
                  <td>{date}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>,
  );
}

function mailPage({ id, parsed }: CaughtMail) {
  const { subject, to, date } = summary(parsed);
  return document(
    subject,
    <>
      <p>
        <a href="/">All mail</a>
      </p>
      <h1>{subject}</h1>
      <dl>
        <dt>From</dt>
        <dd>{parsed.from?.text}</dd>
        <dt>To</dt>
        <dd>{to}</dd>
        <dt>Sent</dt>
        <dd>{date}</dd>
        <dt>Attachments</dt>
        <dd>
          {parsed.attachments.length === 0
            ? "none"
            : parsed.attachments.map(({ filename, contentType }, n) => (
                <>
                  <a href={`/mails/${id}/attachments/${n}`}>{filename ?? contentType}</a>{" "}
                </>
              ))}
        </dd>
        <dt>Source</dt>
        <dd>
          <a href={`/mails/${id}/source`}>as it was sent</a>
        </dd>
      </dl>
      {parsed.html ? (
        <iframe
          src={`/mails/${id}/html`}
          title="The mail as HTML"
          sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
        />
      ) : null}
      <h2>As plain text</h2>
      <pre>{parsed.text}</pre>
    </>,
  );
}

function document(title: string, content: Child) {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${raw(STYLE)}</style></head><body>${content}</body></html>`;
}
