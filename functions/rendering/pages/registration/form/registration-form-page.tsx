import { publicationPath, registerPath } from "../../../../domain/addresses.ts";
import type { Language } from "../../../../domain/language.ts";
import { eventWords } from "../../../../domain/registration/event.ts";
import { FIELDS, HONEYPOT } from "../../../../domain/registration/form/form.ts";
import { registrationMessagesOf } from "../../../messages/registration-messages-of.ts";
import { inEveryLanguage } from "../../frame/language-links.ts";
import { page } from "../../frame/page.tsx";
import type { PageContext } from "../../frame/page-context.ts";
import { fieldLabels } from "./field-labels.ts";
import { Alert, Check, ErrorSummary, type FormFrame, fieldId, Hidden } from "./fields.tsx";
import { formStyle } from "./form-conditions.ts";
import { FormContact, MoreAboutContact } from "./form-contact.tsx";
import { FormNeeds } from "./form-needs.tsx";
import type { FormPageFacts } from "./form-page-facts.ts";
import { FormPeople } from "./form-people.tsx";
import { FormPlaces } from "./form-places.tsx";
import { OptionalQuestions, RequiredQuestions } from "./form-questions.tsx";
import { ContactLine, NothingOpen } from "./nothing-open.tsx";

/** Names the form for the button that stands outside it. */
const FORM_ID = "registration-form";

/** Enough of them to see what they are. */
const shownOf = (left: readonly string[]): string =>
  left.length > 5 ? `${left.slice(0, 5).join("; ")}…` : left.join("; ");

/** The form with which one registers, or what to do where one cannot. */
export function registrationFormPage(context: PageContext, facts: FormPageFacts): string {
  const { language } = context;
  const { event, errors, notice } = facts;
  const messages = registrationMessagesOf(language);
  const words = eventWords(event, language);
  const heading = messages.heading(words.title);
  const query = queryOf(facts);
  const open = facts.places.some(({ standing }) => standing === "open");
  return page(
    context,
    {
      title: open && errors.length > 0 ? `${messages.errorPrefix}: ${heading}` : heading,
      description: messages.form.intro,
      languages: inEveryLanguage((each) => registerPath(each, event.slug) + query),
      noindex: true,
      style: formStyle(facts),
    },
    <>
      {open && <Problems facts={facts} language={language} />}
      {notice !== undefined && (
        <p class="note stop" role="alert">
          {notice}
        </p>
      )}
      <header class="head">
        <p>
          <a href={publicationPath(words.language, "event", event.slug)}>{messages.back}</a>
        </p>
        <h1>{heading}</h1>
        {open && <p class="stand-first">{messages.form.intro}</p>}
        {words.sample !== undefined && <p class="note">{words.sample}</p>}
      </header>
      {open ? <Form facts={facts} context={context} /> : <NothingOpen facts={facts} context={context} />}
    </>,
  );
}

/** What the address names beside the event: an invitation, and the places of a link that leads here. */
function queryOf({ invitation, linked = [] }: FormPageFacts): string {
  const named: [string, string][] = linked.map((id) => [FIELDS.places, id]);
  if (invitation !== undefined) named.unshift([FIELDS.invitation, invitation]);
  return named.length === 0 ? "" : `?${new URLSearchParams(named)}`;
}

/**
 * What is wrong, or asked once more, before anything else: on a telephone it would stand below what is seen. The button
 * that confirms stands with its question, too, so that nobody has to look for it below the form.
 */
function Problems({ facts, language }: { facts: FormPageFacts; language: Language }) {
  const { event, errors, confirm, listed } = facts;
  const { form } = registrationMessagesOf(language);
  return (
    <>
      <ErrorSummary frame={{ language, errors, labels: fieldLabels(event, language) }} />
      {confirm !== undefined && (
        <Alert title={form.confirmTitle}>
          <p>{form.confirm[confirm]}</p>
          <p class="buttons">
            <button class="button" type="submit" form={FORM_ID}>
              {form.confirmButton}
            </button>
          </p>
        </Alert>
      )}
      {listed !== undefined && (
        <Alert title={form.listed(listed.people)} tells>
          <p>{form.listedHint}</p>
          {listed.left.length > 0 && <p>{form.listLeft(shownOf(listed.left))}</p>}
        </Alert>
      )}
    </>
  );
}

function Form({ facts, context }: { facts: FormPageFacts; context: PageContext }) {
  const { language } = context;
  const { form } = registrationMessagesOf(language);
  const frame: FormFrame = { language, errors: facts.errors };
  const { values, confirm, invitation, proof = "" } = facts;
  return (
    <form
      class="form"
      id={FORM_ID}
      method="post"
      action={facts.action}
      enctype="multipart/form-data"
      novalidate
    >
      <DefaultButton />
      <Hidden name={FIELDS.form} value={facts.formToken} />
      {confirm !== undefined && <Hidden name={FIELDS.confirmed} value="yes" />}
      {proof !== "" && <Hidden name={FIELDS.proof} value={proof} />}
      {invitation !== undefined && <Hidden name={FIELDS.invitation} value={invitation} />}
      {confirm === undefined && <Trap label={form.honeypot} />}
      <FormPlaces facts={facts} frame={frame} context={context} />
      <FormContact facts={facts} frame={frame} />
      <RequiredQuestions facts={facts} frame={frame} />
      <div class="folds">
        <MoreAboutContact facts={facts} frame={frame} />
        <OptionalQuestions facts={facts} frame={frame} />
        <FormPeople facts={facts} frame={frame} />
        <FormNeeds facts={facts} frame={frame} />
      </div>
      <section>
        <h2>{form.privacy}</h2>
        <div class="soft">
          <p>{form.privacyText(form.days(facts.event.keepDays))}</p>
          <ContactLine event={facts.event} language={language} />
        </div>
        <Check frame={frame} name={FIELDS.agree} label={form.agree} checked={values.agree} />
      </section>
      <div class="buttons">
        <button class="button" type="submit">
          {confirm === undefined ? form.submit : form.confirmButton}
        </button>
      </div>
    </form>
  );
}

/** What the Enter key presses in a field: without it, the first button of the form, the one for more rows. */
function DefaultButton() {
  return (
    <div class="hidden" aria-hidden="true">
      <button type="submit" tabindex={-1} />
    </div>
  );
}

/** Out of sight and out of the order of tabs; whoever comes upon it all the same is told to leave it empty. */
function Trap({ label }: { label: string }) {
  return (
    <div class="trap" aria-hidden="true">
      <label for={fieldId(HONEYPOT)}>{label}</label>
      <input type="text" id={fieldId(HONEYPOT)} name={HONEYPOT} value="" tabindex={-1} autocomplete="off" />
    </div>
  );
}
