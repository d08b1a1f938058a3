import { registrationPath } from "../../../domain/addresses.ts";
import { isLiveAt } from "../../../domain/registration/booking.ts";
import { detailsSeen } from "../../../domain/registration/decisions/details.ts";
import { placeIn } from "../../../domain/registration/event.ts";
import {
  badgedIn,
  type DetailsValues,
  presentDetails,
  pressOf,
  questionsOf,
} from "../../../domain/registration/form/check-details.ts";
import { FIELDS } from "../../../domain/registration/form/form.ts";
import type { Question } from "../../../domain/registration/question.ts";
import { registrationDetailsMessagesOf } from "../../messages/registration-details-messages-of.ts";
import { registrationMessagesOf } from "../../messages/registration-messages-of.ts";
import { FORM_STYLE } from "../../style/forms.ts";
import { hiddenUntilChosen } from "../../style/hidden-until-chosen.ts";
import type { PageContext } from "../frame/page-context.ts";
import { fieldLabels } from "./form/field-labels.ts";
import { type FormFrame, Hidden, TextField } from "./form/fields.tsx";
import { AskedQuestions } from "./form/form-questions.tsx";
import { LanguageChoice } from "./form/language-choice.tsx";
import { PhoneAndOrganisation } from "./form/phone-and-organisation.tsx";
import { type AskingPage, askable, awaitsAnswer, hiddenQuestions } from "./form/question-conditions.ts";
import { DetailRows } from "./registration-details.tsx";
import { SEEN_FIELD } from "./registration-page-facts.ts";
import { type SelfFormFacts, selfFormPage } from "./self-form-page.tsx";

export interface DetailsPageFacts extends SelfFormFacts {
  /** As typed; as they stand where nothing was. */
  readonly typed?: DetailsValues | undefined;
  /** Whether they were changed elsewhere since the page was shown: then it shows what stands there, too. */
  readonly isChanged?: boolean;
}

/** The form that changes what the form of registration asked besides places, people and address. */
export function detailsPage(context: PageContext, facts: DetailsPageFacts): string {
  const { language } = context;
  const { event, registration, errors } = facts;
  const said = registrationDetailsMessagesOf(language);
  const labels = badgeLabels(facts, context);
  const frame: FormFrame = {
    language,
    errors,
    labels: (field) => labels.get(field) ?? fieldLabels(event, language)(field),
  };
  return selfFormPage(context, facts, {
    title: said.change,
    intro: said.intro,
    under: "details",
    frame,
    style: detailsStyle(context, facts),
    children: (
      <>
        {facts.isChanged && (
          <section class="part">
            <h2>{said.now}</h2>
            <DetailRows event={event} registration={registration} language={language} isNamed />
          </section>
        )}
        <Form facts={facts} frame={frame} context={context} />
      </>
    ),
  });
}

/** Questions of the registration that can be asked, and those that were answered. */
function questionsIn({ now }: PageContext, { event, registration }: DetailsPageFacts): Question[] {
  const all = questionsOf(event, registration, now);
  const asked = askable(all, registration.answers);
  return all.filter((each) => asked.includes(each) || registration.answers[each.id] !== undefined);
}

/** The style of the page: a question that follows from the answer to another is hidden until that is given. */
export function detailsStyle(context: PageContext, facts: DetailsPageFacts): string {
  const questions = questionsIn(context, facts);
  return FORM_STYLE + hiddenUntilChosen(hiddenQuestions(questions, pageOf(facts, questions)));
}

const pageOf = ({ event }: DetailsPageFacts, questions: readonly Question[]): AskingPage => ({
  event,
  shown: questions.map(({ id }) => id),
});

interface Props {
  readonly facts: DetailsPageFacts;
  readonly frame: FormFrame;
  readonly context: PageContext;
}

/** What an error of a badge is called in the summary: by the person, as the contact named them. */
function badgeLabels({ registration }: DetailsPageFacts, { now }: PageContext): Map<string, string> {
  return new Map(badgedIn(registration, now).map(({ field, name }) => [field, name]));
}

function Form({ facts, frame, context }: Props) {
  const { language, now } = context;
  const { registration, event, token } = facts;
  const { form } = registrationMessagesOf(language);
  const said = registrationDetailsMessagesOf(language);
  const values = facts.typed ?? presentDetails(registration, now);
  const questions = questionsIn(context, facts);
  return (
    <form class="form" method="post" action={`${registrationPath(language, token)}/details`} novalidate>
      <Hidden name={SEEN_FIELD} value={detailsSeen(registration, now)} />
      <fieldset>
        <legend>{form.contact}</legend>
        <WhatItMeans facts={facts} context={context} />
        <TextField
          frame={frame}
          name={FIELDS.name}
          label={form.name}
          hint={said.nameHint}
          value={values.name}
          autocomplete="name"
        />
        <PhoneAndOrganisation frame={frame} values={values} />
        <PressFields facts={facts} values={values} frame={frame} context={context} />
      </fieldset>
      {questions.length > 0 && (
        <fieldset>
          <legend>{form.questions}</legend>
          <AskedQuestions
            questions={questions}
            event={event}
            answers={values.answers}
            frame={frame}
            waits={(question) => awaitsAnswer(question, pageOf(facts, questions))}
          />
        </fieldset>
      )}
      <Badges facts={facts} values={values} frame={frame} context={context} />
      <LanguageChoice chosen={values.language} label={form.language} hint={said.languageHint} />
      <div class="buttons">
        <button class="button" type="submit">
          {said.save}
        </button>
        <a class="button quiet" href={registrationPath(language, token)}>
          {said.back}
        </a>
      </div>
    </form>
  );
}

/** At a place that asks approval: what becomes of it. */
function WhatItMeans({ facts: { event, registration }, context }: Pick<Props, "facts" | "context">) {
  const said = registrationDetailsMessagesOf(context.language);
  const decided = registration.bookings.filter(
    (each) =>
      isLiveAt(each, context.now) && registration.verifiedAt && placeIn(event, each.place)?.approval === true,
  );
  return (
    <>
      {decided.some(({ approved }) => approved === true) && <p class="note">{said.approvedOn}</p>}
      {decided.some(({ approved }) => approved !== true) && <p class="note">{said.pendingOn}</p>}
    </>
  );
}

function PressFields({ facts, values, frame, context }: Props & { values: DetailsValues }) {
  const { form } = registrationMessagesOf(frame.language);
  const press = pressOf(facts.event, facts.registration, context.now);
  if (press === "none") return null;
  return (
    <>
      <TextField
        frame={frame}
        name={FIELDS.outlet}
        label={form.outlet}
        value={values.outlet}
        optional={press === "possible"}
      />
      <TextField
        frame={frame}
        name={FIELDS.pressCard}
        label={form.pressCard}
        value={values.pressCard}
        optional
      />
    </>
  );
}

function Badges({ facts, values, frame, context }: Props & { values: DetailsValues }) {
  const { form } = registrationMessagesOf(frame.language);
  const said = registrationDetailsMessagesOf(frame.language);
  const people = badgedIn(facts.registration, context.now);
  if (people.length === 0) return null;
  return (
    <fieldset>
      <legend>{said.badges}</legend>
      <p class="soft group-hint">{form.badgeHint}</p>
      {people.map(({ field, name, badge }) => (
        <TextField frame={frame} name={field} label={name} value={values.badges[field] ?? badge} optional />
      ))}
    </fieldset>
  );
}
