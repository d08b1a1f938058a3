import { registrationPath } from "../../../domain/addresses.ts";
import type { BookingState } from "../../../domain/registration/booking.ts";
import { registrationMessagesOf } from "../../messages/registration-messages-of.ts";
import { FORM_STYLE } from "../../style/forms.ts";
import { inEveryLanguage } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { problemPage } from "../problems/problem-page.tsx";
import { Hidden } from "./form/fields.tsx";
import { PLACE_FIELD, SEEN_FIELD, type SelfAction, SURE_FIELD } from "./registration-page-facts.ts";

export interface QuestionFacts {
  readonly token: string;
  readonly action: Extract<SelfAction, "cancel" | "pass-up" | "delete">;
  /** The place that it is about, with its title. */
  readonly place?: { readonly id: string; readonly title: string };
  /** The state in which it was shown. */
  readonly seen?: BookingState;
}

/** Asks once more before something is given up. */
export function questionPage(context: PageContext, { token, action, place, seen }: QuestionFacts): string {
  const { language } = context;
  const { self } = registrationMessagesOf(language);
  const path = registrationPath(language, token);
  const words = {
    cancel: { question: self.cancelQuestion, text: self.cancelText, button: self.cancelButton },
    "pass-up": { question: self.passUpQuestion, text: self.passUpText, button: self.passUp },
    delete: { question: () => self.removeQuestion, text: self.removeText, button: self.removeButton },
  }[action];
  const question = words.question(place?.title ?? "");
  return page(
    context,
    {
      title: question,
      description: words.text,
      languages: inEveryLanguage((each) => registrationPath(each, token)),
      noindex: true,
      style: FORM_STYLE,
    },
    <>
      <header class="head">
        <h1>{question}</h1>
        <p class="stand-first">{words.text}</p>
      </header>
      <form method="post" action={`${path}/${action}`} class="form">
        <Hidden name={SURE_FIELD} value="yes" />
        {place && <Hidden name={PLACE_FIELD} value={place.id} />}
        {seen && <Hidden name={SEEN_FIELD} value={seen} />}
        <div class="buttons">
          <button class="button stop" type="submit">
            {words.button}
          </button>
          <a class="button quiet" href={path}>
            {self.keep}
          </a>
        </div>
      </form>
    </>,
  );
}

/** For a link that opens nothing: the same bytes whatever the reason. */
export function closedLinkPage(context: PageContext): string {
  const { link } = registrationMessagesOf(context.language);
  return problemPage(context, { title: link.closed, text: link.closedText });
}

/** After a submission was added to the registration of its address. */
export function joinedPage(context: PageContext): string {
  const { self } = registrationMessagesOf(context.language);
  return problemPage(context, { title: self.joined, text: self.joinedText });
}

/** After everything was deleted. */
export function deletedPage(context: PageContext): string {
  const { self } = registrationMessagesOf(context.language);
  return problemPage(context, { title: self.removed, text: self.removedText });
}
