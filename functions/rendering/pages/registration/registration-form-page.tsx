import { publicationPath, registerPath } from "../../../domain/addresses.ts";
import { wordsIn } from "../../../domain/registration/event.ts";
import { FIELDS, HONEYPOT } from "../../../domain/registration/form.ts";
import { registrationMessagesOf } from "../../messages/registration/registration-messages-of.ts";
import type { PageContext } from "../../page-context.ts";
import { FORM_STYLE } from "../../style/forms.ts";
import { inEveryLanguage } from "../language-links.ts";
import { page } from "../page.tsx";
import { fieldLabels } from "./field-labels.ts";
import { Alert, Check, ErrorSummary, type FormFrame, fieldId, Hidden, TextField } from "./fields.tsx";
import type { FormPageFacts } from "./form-page-facts.ts";
import { FormPeople } from "./form-people.tsx";
import { FormPlaces } from "./form-places.tsx";
import { FormQuestions } from "./form-questions.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { Ask, NothingOpen } from "./nothing-open.tsx";

/** The form with which one registers, or what to do where one cannot. */
/** Enough of them to see what they are. */
const shownOf = (left: readonly string[]): string =>
  left.length > 5 ? `${left.slice(0, 5).join("; ")}…` : left.join("; ");

export function registrationFormPage(context: PageContext, facts: FormPageFacts): string {
  const { language } = context;
  const { event, errors, confirm, notice } = facts;
  const messages = registrationMessagesOf(language);
  const words = wordsIn(event, language);
  const heading = messages.heading(words.title);
  const invited = facts.invitation === undefined ? "" : `?invitation=${encodeURIComponent(facts.invitation)}`;
  const open = facts.places.some(({ standing }) => standing === "open");
  return page(
    context,
    {
      title: open && errors.length > 0 ? `${messages.errorPrefix}: ${heading}` : heading,
      description: messages.form.intro,
      languages: inEveryLanguage((each) => registerPath(each, event.slug) + invited),
      noindex: true,
      style: FORM_STYLE,
    },
    <>
      <header class="head">
        <p>
          <a href={publicationPath(words.language, "event", event.slug)}>{messages.back}</a>
        </p>
        <h1>{heading}</h1>
        {open && <p class="stand-first">{messages.form.intro}</p>}
        {words.sample !== undefined && <p class="note">{words.sample}</p>}
      </header>
      {open && <ErrorSummary frame={{ language, errors, labels: fieldLabels(event, language) }} />}
      {confirm !== undefined && (
        <Alert title={messages.form.confirmTitle}>
          <p>{messages.form.confirm[confirm]}</p>
        </Alert>
      )}
      {facts.listed !== undefined && (
        <Alert title={messages.form.listed(facts.listed.people)}>
          <p>{messages.form.listedHint}</p>
          {facts.listed.left.length > 0 && <p>{messages.form.listLeft(shownOf(facts.listed.left))}</p>}
        </Alert>
      )}
      {notice !== undefined && (
        <p class="note stop" role="alert">
          {notice}
        </p>
      )}
      {open ? <Form facts={facts} context={context} /> : <NothingOpen facts={facts} context={context} />}
    </>,
  );
}

function Form({ facts, context }: { facts: FormPageFacts; context: PageContext }) {
  const { language } = context;
  const { form } = registrationMessagesOf(language);
  const frame: FormFrame = { language, errors: facts.errors };
  const { values, confirm, invitation, proof = "" } = facts;
  return (
    <form class="form" method="post" action={facts.action} enctype="multipart/form-data" novalidate>
      <DefaultButton />
      <Hidden name={FIELDS.form} value={facts.formToken} />
      {confirm !== undefined && <Hidden name={FIELDS.confirmed} value="yes" />}
      {proof !== "" && <Hidden name={FIELDS.proof} value={proof} />}
      {invitation !== undefined && <Hidden name={FIELDS.invitation} value={invitation} />}
      {confirm === undefined && <Trap label={form.honeypot} />}
      <FormPlaces facts={facts} frame={frame} context={context} />
      <ContactFields facts={facts} frame={frame} />
      <FormPeople facts={facts} frame={frame} />
      <FormQuestions facts={facts} frame={frame} />
      <fieldset>
        <legend>{form.access}</legend>
        <TextField
          frame={frame}
          name={FIELDS.needs}
          label={form.needs}
          hint={form.needsHint}
          value={values.needs}
          lines={3}
          optional
        />
        <Check
          frame={frame}
          name={FIELDS.needsConsent}
          label={form.needsConsent}
          checked={values.needsConsent}
        />
      </fieldset>
      <LanguageChoice chosen={values.language === "" ? language : values.language} label={form.language} />
      <section>
        <h2>{form.privacy}</h2>
        <div class="soft">
          <p>{form.privacyText(form.days(facts.event.keepDays))}</p>
          <Ask event={facts.event} language={language} />
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

function ContactFields({ facts, frame }: { facts: FormPageFacts; frame: FormFrame }) {
  const { form } = registrationMessagesOf(frame.language);
  const { values, event, places } = facts;
  const forPress = event.places.some(
    ({ id, audience }) => audience === "press" && places.some((place) => place.id === id),
  );
  return (
    <fieldset>
      <legend>{form.contact}</legend>
      <p class="soft group-hint">{form.contactHint}</p>
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
      <TextField
        frame={frame}
        name={FIELDS.phone}
        label={form.phone}
        hint={form.phoneHint}
        value={values.phone}
        type="tel"
        autocomplete="tel"
        optional
      />
      <TextField
        frame={frame}
        name={FIELDS.organisation}
        label={form.organisation}
        value={values.organisation}
        autocomplete="organization"
        optional
      />
      {forPress && (
        <>
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
        </>
      )}
    </fieldset>
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
