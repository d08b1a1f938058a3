import type { Child } from "hono/jsx";
import { registrationPath } from "../../../domain/addresses.ts";
import { eventWords, type RegistrationEvent } from "../../../domain/registration/event.ts";
import type { Registration } from "../../../domain/registration/registration.ts";
import type { FieldError } from "../../../domain/registration/text/field-error.ts";
import { registrationDetailsMessagesOf } from "../../messages/registration-details-messages-of.ts";
import { registrationMessagesOf } from "../../messages/registration-messages-of.ts";
import { FORM_STYLE } from "../../style/forms.ts";
import { inEveryLanguage } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { ErrorSummary, type FormFrame } from "./form/fields.tsx";

/** What a page with one form of a registration knows. */
export interface SelfFormFacts {
  readonly event: RegistrationEvent;
  readonly registration: Registration;
  readonly token: string;
  readonly errors: readonly FieldError[];
  /** What was refused, in the reader's words. */
  readonly refused?: string | undefined;
}

interface SelfForm {
  readonly title: string;
  readonly intro: string;
  /** Last part of its address. */
  readonly under: string;
  readonly frame: FormFrame;
  /** Other than that of every form. */
  readonly style?: string;
  readonly children: Child;
}

/** A page behind the link of a registration, with the way back to it. */
export function selfFormPage(
  context: PageContext,
  { event, token, errors, refused }: SelfFormFacts,
  { title, intro, under, frame, style = FORM_STYLE, children }: SelfForm,
): string {
  const { language } = context;
  const messages = registrationMessagesOf(language);
  const { back } = registrationDetailsMessagesOf(language);
  const words = eventWords(event, language);
  return page(
    context,
    {
      title: errors.length > 0 ? `${messages.errorPrefix}: ${title}` : title,
      description: intro,
      languages: inEveryLanguage((each) => `${registrationPath(each, token)}/${under}`),
      noindex: true,
      style,
    },
    <>
      <header class="head">
        <p>
          <a href={registrationPath(language, token)}>{back}</a>
        </p>
        <h1>{title}</h1>
        <p class="stand-first">{intro}</p>
        {words.sample !== undefined && <p class="note">{words.sample}</p>}
      </header>
      <ErrorSummary frame={frame} />
      {refused !== undefined && (
        <p class="note stop" role="alert">
          {refused}
        </p>
      )}
      {children}
    </>,
  );
}
