import { registrationPath } from "../../../domain/addresses.ts";
import { needsSeen } from "../../../domain/registration/decisions/needs.ts";
import { FIELDS } from "../../../domain/registration/form/form.ts";
import { registrationDetailsMessagesOf } from "../../messages/registration-details-messages-of.ts";
import { registrationMessagesOf } from "../../messages/registration-messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { fieldLabels } from "./form/field-labels.ts";
import { Check, type FormFrame, Hidden, TextField } from "./form/fields.tsx";
import { SEEN_FIELD } from "./registration-page-facts.ts";
import { type SelfFormFacts, selfFormPage } from "./self-form-page.tsx";

export interface NeedsPageFacts extends SelfFormFacts {
  /** As typed; as it stands where nothing was. */
  readonly typed?: { readonly needs: string; readonly needsConsent: boolean } | undefined;
  /** Whether it was changed elsewhere since the page was shown: then it shows what stands there, too. */
  readonly isChanged?: boolean;
}

/** What someone needs in order to take part: a form of its own, with a consent of its own. */
export function needsPage(context: PageContext, facts: NeedsPageFacts): string {
  const { language } = context;
  const { event, registration, token, errors } = facts;
  const { form, self } = registrationMessagesOf(language);
  const said = registrationDetailsMessagesOf(language);
  const frame: FormFrame = { language, errors, labels: fieldLabels(event, language) };
  const path = registrationPath(language, token);
  const { needs } = registration;
  const typed = facts.typed ?? { needs: needs ?? "", needsConsent: needs !== undefined };
  return selfFormPage(context, facts, {
    title: form.access,
    intro: form.needsHint,
    under: "needs",
    frame,
    children: (
      <>
        {facts.isChanged && (
          <section class="part">
            <h2>{said.now}</h2>
            <p>{needs ?? said.needsNone}</p>
          </section>
        )}
        <form class="form" method="post" action={`${path}/needs`} novalidate>
          <Hidden name={SEEN_FIELD} value={needsSeen(registration)} />
          <TextField frame={frame} name={FIELDS.needs} label={form.needs} value={typed.needs} lines={4} />
          <Check
            frame={frame}
            name={FIELDS.needsConsent}
            label={form.needsConsent}
            checked={typed.needsConsent}
          />
          <div class="buttons">
            <button class="button" type="submit">
              {said.save}
            </button>
            <a class="button quiet" href={path}>
              {said.back}
            </a>
          </div>
        </form>
        {needs !== undefined && (
          <form method="post" action={`${path}/forget-needs`} class="buttons part">
            <button class="button stop" type="submit">
              {self.forgetNeeds}
            </button>
          </form>
        )}
      </>
    ),
  });
}
