import { registrationPath } from "../../../domain/addresses.ts";
import { LANGUAGE_NAMES } from "../../../domain/language.ts";
import { wordsIn } from "../../../domain/registration/event.ts";
import type { Question } from "../../../domain/registration/question.ts";
import { answerInWords } from "../../answer-in-words.ts";
import { registrationMessagesOf } from "../../messages/registration/registration-messages-of.ts";
import type { PageContext } from "../../page-context.ts";
import type { RegistrationPageFacts } from "./registration-page-facts.ts";

/** What else was typed into the form, as it is kept; what someone needs can be taken back by itself. */
export function Details({
  facts,
  context: { language },
}: {
  facts: RegistrationPageFacts;
  context: PageContext;
}) {
  const { self, form } = registrationMessagesOf(language);
  const { registration, token } = facts;
  const { contact, needs } = registration;
  const rows = [
    [form.phone, contact.phone],
    [form.organisation, contact.organisation],
    [form.outlet, contact.outlet],
    [form.pressCard, contact.pressCard],
    ...facts.event.questions.map((question) => answerRow(question, facts, language)),
    [form.language, LANGUAGE_NAMES[registration.language]],
    [form.needs, needs],
  ].filter(([, value]) => value !== undefined);
  return (
    <section class="part">
      <h2>{self.details}</h2>
      <dl class="facts">
        {rows.map(([term, value]) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {needs !== undefined && (
        <form method="post" action={`${registrationPath(language, token)}/forget-needs`} class="buttons">
          <button class="button quiet" type="submit">
            {self.forgetNeeds}
          </button>
        </form>
      )}
    </section>
  );
}

function answerRow(
  question: Question,
  { event, registration }: RegistrationPageFacts,
  language: PageContext["language"],
): [string, string | undefined] {
  const words = wordsIn(event, language).questions[question.id];
  const answer = registration.answers[question.id];
  return [
    words?.label ?? question.id,
    answer === undefined ? undefined : answerInWords(question, words, answer, language),
  ];
}
