import { registrationPath } from "../../../domain/addresses.ts";
import { LANGUAGE_NAMES, type Language } from "../../../domain/language.ts";
import { eventWords, type RegistrationEvent } from "../../../domain/registration/event.ts";
import type { Question } from "../../../domain/registration/question.ts";
import type { Registration } from "../../../domain/registration/registration.ts";
import { answerInWords } from "../../messages/answer-in-words.ts";
import { registrationDetailsMessagesOf } from "../../messages/registration-details-messages-of.ts";
import { registrationMessagesOf } from "../../messages/registration-messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import type { RegistrationPageFacts } from "./registration-page-facts.ts";

/** What else was typed into the form, as it is kept, with the way to each form that changes it. */
export function RegistrationDetails({
  facts,
  context: { language, now },
}: {
  facts: RegistrationPageFacts;
  context: PageContext;
}) {
  const { self, form } = registrationMessagesOf(language);
  const said = registrationDetailsMessagesOf(language);
  const { event, registration, token } = facts;
  const { needs } = registration;
  const path = registrationPath(language, token);
  const isOver = event.end <= now; // from then on nothing is taken, and the next day what there is goes
  return (
    <>
      <section class="part">
        <h2>{self.details}</h2>
        <DetailRows event={event} registration={registration} language={language} />
        <p>
          <a class="button quiet" href={`${path}/details`}>
            {said.change}
          </a>
        </p>
      </section>
      <section class="part">
        <h2>{form.access}</h2>
        <p>{needs ?? said.needsNone}</p>
        <div class="buttons">
          {!isOver && (
            <a class="button quiet" href={`${path}/needs`}>
              {said.changeNeeds}
            </a>
          )}
          {needs !== undefined && (
            <form method="post" action={`${path}/forget-needs`}>
              <button class="button quiet" type="submit">
                {self.forgetNeeds}
              </button>
            </form>
          )}
        </div>
      </section>
    </>
  );
}

interface Kept {
  readonly event: RegistrationEvent;
  readonly registration: Registration;
  readonly language: Language;
  /** Whether the name of the contact is among them: a page may say it elsewhere. */
  readonly isNamed?: boolean;
}

/** What is kept besides places and people. */
export function DetailRows(kept: Kept) {
  const { event, registration, language } = kept;
  const { form } = registrationMessagesOf(language);
  const { contact } = registration;
  const rows = [
    [form.name, kept.isNamed ? contact.name : undefined],
    [form.phone, contact.phone],
    [form.organisation, contact.organisation],
    [form.outlet, contact.outlet],
    [form.pressCard, contact.pressCard],
    ...event.questions.map((question) => answerRow(question, kept)),
    [form.language, LANGUAGE_NAMES[registration.language]],
  ].filter(([, value]) => value !== undefined);
  return (
    <dl class="facts">
      {rows.map(([term, value]) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function answerRow(
  question: Question,
  { event, registration, language }: Kept,
): [string, string | undefined] {
  const words = eventWords(event, language).questions[question.id];
  const answer = registration.answers[question.id];
  return [
    words?.label ?? question.id,
    answer === undefined ? undefined : answerInWords(question, words, answer, language),
  ];
}
