import { eventWords, placeIn } from "../../../../domain/registration/event.ts";
import { FIELDS } from "../../../../domain/registration/form/form.ts";
import { FORM_MESSAGES } from "../../../messages/form-messages.ts";
import { registrationMessagesOf } from "../../../messages/registration-messages-of.ts";
import { registrationPeopleMessagesOf } from "../../../messages/registration-people-messages-of.ts";
import { Fold, type FormFrame, TextField } from "./fields.tsx";
import { PRESS_ID, pressPlaces } from "./form-conditions.ts";
import type { FormPageFacts } from "./form-page-facts.ts";
import { LanguageChoice } from "./language-choice.tsx";
import { PhoneAndOrganisation } from "./phone-and-organisation.tsx";

interface Props {
  readonly facts: FormPageFacts;
  readonly frame: FormFrame;
}

/** Who registers: name and address, and of the press where they work. */
export function FormContact({ facts, frame }: Props) {
  const { form } = registrationMessagesOf(frame.language);
  const { values } = facts;
  return (
    <fieldset>
      <legend>{form.contact}</legend>
      <TextField frame={frame} name={FIELDS.name} label={form.name} value={values.name} autocomplete="name" />
      <TextField
        frame={frame}
        name={FIELDS.email}
        label={form.email}
        hint={form.emailHint}
        value={values.email}
        type="email"
        inputmode="email"
        autocomplete="email"
      />
      {pressPlaces(facts).length > 0 && (
        <div id={PRESS_ID}>
          <TextField
            frame={frame}
            name={FIELDS.outlet}
            label={form.outlet}
            hint={form.press}
            value={values.outlet}
          />
          <TextField
            frame={frame}
            name={FIELDS.pressCard}
            label={form.pressCard}
            hint={form.press}
            value={values.pressCard}
            optional
          />
        </div>
      )}
    </fieldset>
  );
}

/** What one may add about oneself, and few need to: folded away until something in it was typed or is wrong. */
export function MoreAboutContact({ facts, frame }: Props) {
  const { form } = registrationMessagesOf(frame.language);
  const { values } = facts;
  const chosen = values.language === "" ? frame.language : values.language;
  const { phone, organisation, badge } = FIELDS;
  const titles = facts.places
    .filter(({ id }) => placeIn(facts.event, id)?.people?.organisation === "required")
    .map(({ id }) => eventWords(facts.event, frame.language).places[id]?.title ?? id);
  const needed =
    titles.length === 0
      ? undefined
      : registrationPeopleMessagesOf(frame.language).organisationNeeded(titles.join("; "));
  const isTyped = [values.phone, values.organisation, values.badge].some((value) => value !== "");
  return (
    <Fold
      title={FORM_MESSAGES[frame.language].more}
      frame={frame}
      open={isTyped || chosen !== frame.language}
      holds={(field) => field === phone || field === organisation || field === badge}
    >
      <PhoneAndOrganisation frame={frame} values={values} needed={needed} />
      <TextField
        frame={frame}
        name={badge}
        label={form.ownBadge}
        hint={form.badgeHint}
        value={values.badge}
        optional
      />
      <LanguageChoice chosen={chosen} label={form.language} />
    </Fold>
  );
}
