import type { Child } from "hono/jsx";
import { LANGUAGE_RULES } from "../../domain/language.ts";
import { registrationMailMessagesOf } from "../messages/registration-mail-messages-of.ts";
import type { MailContent } from "./mail-content.ts";
import type { MailFacts, RenderedPass } from "./mail-facts.ts";

/** Mail programs keep little of a style sheet: each element carries its own style. Colours work on white and on black. */
const STYLE = {
  body: "color-scheme:light dark;margin:0;padding:24px 12px;font:16px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif",
  main: "display:block;max-width:600px;margin:0 auto",
  name: "margin:0 0 24px;padding-bottom:10px;border-bottom:3px solid #14498f;font-weight:700",
  h1: "margin:0 0 16px;font:700 24px/1.25 Georgia,'PT Serif',serif",
  p: "margin:0 0 14px",
  button:
    "display:inline-block;padding:12px 22px;border-radius:4px;background:#14498f;color:#ffffff;font-weight:600;text-decoration:none",
  link: "color:inherit;word-break:break-word",
  code: "margin:0 0 14px;font:700 28px/1.2 ui-monospace,Consolas,monospace;letter-spacing:.12em",
  note: "margin:0 0 14px;padding:10px 14px;border-left:4px solid #14498f;white-space:pre-wrap",
  term: "margin:0;font-size:14px;opacity:.75",
  value: "margin:0 0 10px;font-weight:600",
  pass: "display:inline-block;margin:0 16px 16px 0;text-align:center;vertical-align:top",
  small: "margin:0 0 10px;font-size:14px;opacity:.8",
  foot: "margin-top:28px;padding-top:14px;border-top:1px solid #8a96a6",
} as const;

/** The mail as HTML: no picture from elsewhere, nothing that reports who opens it. */
export function mailHtml(content: MailContent, facts: MailFacts, passes: readonly RenderedPass[]): string {
  const { mail, site } = facts;
  const said = registrationMailMessagesOf(mail.language);
  const { button, code, note } = content;
  const html = (
    <html lang={mail.language} dir={LANGUAGE_RULES[mail.language].direction === "rtl" ? "rtl" : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{content.subject}</title>
      </head>
      <body style={STYLE.body}>
        <main style={STYLE.main}>
          <p style={STYLE.name}>{site.name}</p>
          <h1 style={STYLE.h1}>{content.subject}</h1>
          <p style={STYLE.p}>{content.greeting}</p>
          {button && (
            <p style={STYLE.p}>
              <a href={button.href} style={STYLE.button}>
                {button.label}
              </a>
            </p>
          )}
          {code !== undefined && (
            <>
              <p style={STYLE.p}>{said.code}</p>
              <p style={STYLE.code}>{code}</p>
            </>
          )}
          {content.paragraphs.map((text) => (
            <p style={STYLE.p}>{text}</p>
          ))}
          {note !== undefined && (
            <>
              <p style={STYLE.p}>{said.note}</p>
              <p style={STYLE.note}>{note}</p>
            </>
          )}
          {content.facts.map(({ term, value, href }) => (
            <>
              <p style={STYLE.term}>{term}</p>
              <p style={STYLE.value}>
                {href === undefined ? (
                  value
                ) : (
                  <a href={href} style={STYLE.link}>
                    {value}
                  </a>
                )}
              </p>
            </>
          ))}
          <People title={said.people} names={content.people} />
          {passes.length > 0 && (
            <Part title={said.passes}>
              <p style={STYLE.p}>{said.passesText}</p>
              {passes.map(({ name, pass, cid }) => (
                <div style={STYLE.pass}>
                  <img src={`cid:${cid}`} alt={`${said.pass} ${pass}`} width="180" height="180" />
                  <p style={STYLE.term}>{name}</p>
                  <p style={STYLE.term}>{pass}</p>
                </div>
              ))}
            </Part>
          )}
          {content.calendars.length > 0 && (
            <p style={STYLE.small}>
              {said.calendars}{" "}
              {content.calendars.map(({ name, href }, i) => (
                <>
                  {i > 0 && " · "}
                  <a href={href} style={STYLE.link}>
                    {name}
                  </a>
                </>
              ))}
            </p>
          )}
          <div style={STYLE.foot}>
            {button && (
              <p style={STYLE.small}>
                {said.bareLink}
                <br />
                <a href={button.href} style={STYLE.link}>
                  {button.href}
                </a>
              </p>
            )}
            {content.small.map((text) => (
              <p style={STYLE.small}>{text}</p>
            ))}
            <p style={STYLE.small}>
              {site.organisation}
              <br />
              <a href={site.address} style={STYLE.link}>
                {site.address}
              </a>
            </p>
          </div>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${html.toString().replaceAll("/>", ">")}\n`;
}

function People({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <p style={STYLE.term}>{title}</p>
      <p style={STYLE.value}>{names.join(", ")}</p>
    </>
  );
}

function Part({ title, children }: { title: string; children?: Child }) {
  return (
    <>
      <p style={STYLE.term}>{title}</p>
      {children}
    </>
  );
}
