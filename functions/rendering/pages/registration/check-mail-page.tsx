import { checkMailPath, publicationPath } from "../../../domain/addresses.ts";
import { eventWords, type RegistrationEvent } from "../../../domain/registration/event.ts";
import { FIELDS } from "../../../domain/registration/form/form.ts";
import type { FieldError } from "../../../domain/registration/text/field-error.ts";
import { registrationErrorMessagesOf } from "../../messages/registration-error-messages-of.ts";
import { registrationMessagesOf } from "../../messages/registration-messages-of.ts";
import { FORM_STYLE } from "../../style/forms.ts";
import { inEveryLanguage } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { ErrorSummary, TextField } from "./form/fields.tsx";

/** Field into which the code of the mail is typed. */
export const CODE_FIELD = "code";

/** What can have been done, or not, when the page is shown again. */
export const CHECK_MAIL_NOTES = ["resent", "corrected", "wait"] as const;

export interface CheckMailFacts {
  readonly event: RegistrationEvent;
  /** As typed; undefined where the browser did not keep it. */
  readonly address: string | undefined;
  readonly errors: readonly FieldError[];
  /** What has just been done. */
  readonly done?: (typeof CHECK_MAIL_NOTES)[number] | undefined;
  /** Whether something was sent by a page of another site, and not done. */
  readonly isForeign?: boolean;
  /** What was typed as the right address, shown again with its error. */
  readonly corrected?: string | undefined;
}

/** The same page whoever submitted, and whatever it came to: only mail tells. */
export function checkMailPage(context: PageContext, facts: CheckMailFacts): string {
  const { language } = context;
  const { event, address, errors, done } = facts;
  const messages = registrationMessagesOf(language);
  const { sent } = messages;
  const words = eventWords(event, language);
  const frame = { language, errors };
  const action = checkMailPath(language, event.slug);
  return page(
    context,
    {
      title: errors.length > 0 ? `${messages.errorPrefix}: ${sent.title}` : sent.title,
      description: sent.steps,
      languages: inEveryLanguage((each) => checkMailPath(each, event.slug)),
      noindex: true,
      style: FORM_STYLE,
    },
    <>
      <ErrorSummary frame={frame} />
      <header class="head">
        <p>
          <a href={publicationPath(words.language, "event", event.slug)}>{words.title}</a>
        </p>
        <h1>{sent.title}</h1>
        <p class="stand-first">{address === undefined ? sent.textWithout : sent.text(address)}</p>
      </header>
      {facts.isForeign === true && (
        <p class="note stop" role="alert">
          {registrationErrorMessagesOf(language).elsewhere}
        </p>
      )}
      {done !== undefined && (
        <p class="note" role="status">
          {sent[done]}
        </p>
      )}
      <div class="part">
        {address !== undefined && <p>{sent.steps}</p>}
        {address !== undefined && (
          <form method="post" action={action} novalidate>
            <TextField
              frame={frame}
              name={CODE_FIELD}
              label={sent.code}
              hint={sent.codeHint}
              value=""
              inputmode="numeric"
              autocomplete="one-time-code"
              short
            />
            <div class="buttons">
              <button class="button" type="submit">
                {sent.verify}
              </button>
            </div>
          </form>
        )}
      </div>
      {address !== undefined && (
        <>
          <section class="part">
            <h2>{sent.nothing}</h2>
            <p>{sent.nothingText}</p>
            <form method="post" action={`${action}/resend`} class="buttons">
              <button class="button quiet" type="submit">
                {sent.resend}
              </button>
            </form>
          </section>
          <section class="part">
            <h2>{sent.correct}</h2>
            <form method="post" action={`${action}/address`} novalidate>
              <TextField
                frame={frame}
                name={FIELDS.email}
                label={sent.correctLabel}
                value={facts.corrected ?? address}
                type="email"
                autocomplete="email"
              />
              <div class="buttons">
                <button class="button quiet" type="submit">
                  {sent.correctButton}
                </button>
              </div>
            </form>
          </section>
        </>
      )}
    </>,
  );
}
