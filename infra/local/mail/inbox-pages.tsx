import { html, raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { ParsedMail } from "mailparser";
import { INBOX_STYLE } from "./inbox-style.ts";
import type { CaughtMail } from "./mail-catcher.ts";

export interface MailSummary {
  readonly subject: string;
  readonly to: string;
  /** As ISO 8601; empty where the mail tells none. */
  readonly date: string;
}

export function summaryOf({ subject = "", to, date }: ParsedMail): MailSummary {
  const recipients = [to ?? []].flat().map(({ text }) => text);
  return { subject, to: recipients.join(", "), date: date?.toISOString() ?? "" };
}

export interface ListPageFacts {
  readonly mails: readonly CaughtMail[];
  /** How many came in all. */
  readonly count: number;
  /** Id of the last one here, when there are older ones. */
  readonly older?: string;
}

export function listPage({ mails, count, older }: ListPageFacts) {
  return page(
    "Caught email",
    <>
      <h1>Caught email</h1>
      <p class="quiet">
        Everything that this newsroom sent, or was sent, came here and went to nobody else. {count} in all,
        newest first.
      </p>
      {mails.length === 0 ? (
        <p>
          <strong>No email yet.</strong> Register for an event, then load this page again.
        </p>
      ) : (
        <ul class="mails">
          {mails.map(({ id, parsed }) => {
            const { subject, to, date } = summaryOf(parsed);
            return (
              <li>
                <a href={`/mails/${id}`}>{subject || "No subject"}</a>
                <Time date={date} />
                <span class="quiet">{to}</span>
              </li>
            );
          })}
        </ul>
      )}
      {older !== undefined && (
        <p>
          <a href={`/?before=${older}`}>Older emails</a>
        </p>
      )}
    </>,
  );
}

/** HTML stands in a frame that runs nothing and loads nothing; what it links to opens beside the inbox. */
export function mailPage({ id, raw: source, parsed }: CaughtMail) {
  const { subject, to, date } = summaryOf(parsed);
  return page(
    subject || "No subject",
    <>
      <h1>{subject || "No subject"}</h1>
      <dl>
        <dt>From</dt>
        <dd>{parsed.from?.text}</dd>
        <dt>To</dt>
        <dd>{to}</dd>
        <dt>Sent</dt>
        <dd>
          <Time date={date} />
        </dd>
        <dt>Attachments</dt>
        <dd>{parsed.attachments.length === 0 ? "none" : <Attachments id={id} of={parsed.attachments} />}</dd>
        <dt>Source</dt>
        <dd>
          <a href={`/mails/${id}/source`}>As it was sent</a>, {kilobytes(source.length)}
        </dd>
      </dl>
      {parsed.html ? (
        <>
          <h2>As HTML</h2>
          <iframe
            src={`/mails/${id}/html`}
            title="The email as HTML"
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          />
        </>
      ) : null}
      <h2>As plain text</h2>
      <pre>{parsed.text ?? "This email has no plain text."}</pre>
    </>,
  );
}

export const missingPage = () =>
  page(
    "There is no such email",
    <>
      <h1>There is no such email</h1>
      <p>
        It may have been deleted with the state of the newsroom. See <a href="/">all emails</a>.
      </p>
    </>,
  );

function Attachments({ id, of }: { id: string; of: ParsedMail["attachments"] }) {
  return (
    <ul>
      {of.map(({ filename, contentType, size }, n) => (
        <li>
          <a href={`/mails/${id}/attachments/${n}`} download>
            {filename ?? contentType}
          </a>{" "}
          <span class="quiet">
            {contentType}, {kilobytes(size)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Time({ date }: { date: string }) {
  return date === "" ? (
    <span class="quiet">unknown</span>
  ) : (
    <time datetime={date}>{`${date.slice(0, 10)} ${date.slice(11, 19)} UTC`}</time>
  );
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

function page(title: string, content: Child) {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${raw(INBOX_STYLE)}</style></head><body><header><a href="/">Inbox of this newsroom</a></header><main>${content}</main></body></html>`;
}
