import { registrationPath } from "../../../domain/addresses.ts";
import { LANGUAGE_NAMES } from "../../../domain/language.ts";
import { type Question, wordsIn } from "../../../domain/registration/event.ts";
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
  { id, kind }: Question,
  { event, registration }: RegistrationPageFacts,
  language: PageContext["language"],
): [string, string | undefined] {
  const words = wordsIn(event, language).questions[id];
  const { form } = registrationMessagesOf(language);
  const answer = registration.answers[id];
  const said = kind === "yes-no" ? { yes: form.yes, no: form.no } : (words?.options ?? {});
  return [
    words?.label ?? id,
    answer === undefined ? undefined : (new Map(Object.entries(said)).get(answer) ?? answer),
  ];
}
