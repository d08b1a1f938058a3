import { publicationPath, registrationPath } from "../../../domain/addresses.ts";
import { addressSeen } from "../../../domain/registration/decisions/address-change.ts";
import { eventWords } from "../../../domain/registration/event.ts";
import { FIELDS } from "../../../domain/registration/form/form.ts";
import { hasAddress } from "../../../domain/registration/registration.ts";
import { registrationGuestsMessagesOf } from "../../messages/registration-guests-messages-of.ts";
import { registrationMessagesOf } from "../../messages/registration-messages-of.ts";
import { inEveryLanguage } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { AddPlace } from "./add-place.tsx";
import { BookingCard } from "./booking-card.tsx";
import { fieldLabels } from "./form/field-labels.ts";
import { ErrorSummary, type FormFrame, Hidden, TextField } from "./form/fields.tsx";
import { registersOthers } from "./guests-page.tsx";
import { InvitingPart } from "./inviting-part.tsx";
import { registrationStyle } from "./people-questions.ts";
import { RegistrationDetails } from "./registration-details.tsx";
import { type RegistrationPageFacts, SEEN_FIELD } from "./registration-page-facts.ts";
import { UnprovenPart } from "./unproven-part.tsx";

/** A registration as its contact sees it, with everything that can be done. Nothing here happens by looking at it. */
export function registrationPage(context: PageContext, facts: RegistrationPageFacts): string {
  const { language } = context;
  const { event, token, errors, registration } = facts;
  const messages = registrationMessagesOf(language);
  const { self } = messages;
  const words = eventWords(event, language);
  const frame: FormFrame = { language, errors, labels: fieldLabels(event, language) };
  return page(
    context,
    {
      title: errors.length > 0 ? `${messages.errorPrefix}: ${self.title}` : self.title,
      description: self.intro,
      languages: inEveryLanguage((each) => registrationPath(each, token)),
      noindex: true,
      style: registrationStyle(context, facts),
    },
    <>
      <ErrorSummary frame={frame} />
      <header class="head">
        <p>
          <a href={publicationPath(words.language, "event", event.slug)}>{words.title}</a>
        </p>
        <h1>{self.title}</h1>
        {!facts.isForNewAddress && <p class="stand-first">{registration.contact.name}</p>}
        {words.sample !== undefined && <p class="note">{words.sample}</p>}
      </header>
      {facts.done && (
        <p class="note" role="status">
          {self.done[facts.done]}
        </p>
      )}
      {facts.refused !== undefined && (
        <p class="note stop" role="alert">
          {facts.refused}
        </p>
      )}
      {facts.isForNewAddress ? (
        <NewAddress facts={facts} context={context} />
      ) : (
        <Whole facts={facts} frame={frame} context={context} />
      )}
      {!facts.isForNewAddress && <p class="part soft">{self.intro}</p>}
    </>,
  );
}

interface On {
  readonly facts: RegistrationPageFacts;
  readonly context: PageContext;
}

/** A link that was sent to a new address does one thing. */
function NewAddress({ facts, context: { language } }: On) {
  const { self } = registrationMessagesOf(language);
  const { registration, token } = facts;
  return (
    <div class="part">
      <p>{self.verifyNewAddress(registration.addressChange?.email ?? "")}</p>
      <form method="post" action={`${registrationPath(language, token)}/verify`} class="buttons">
        <button class="button" type="submit">
          {self.verifyNewAddressButton}
        </button>
      </form>
    </div>
  );
}

function Whole({ facts, frame, context }: On & { frame: FormFrame }) {
  const { self } = registrationMessagesOf(context.language);
  const { registration, token } = facts;
  const guests = registrationGuestsMessagesOf(context.language);
  const path = registrationPath(context.language, token);
  return (
    <>
      {facts.isOutdone && (
        <div class="note" role="status">
          <p>{self.outdone}</p>
          <form method="post" action={`${path}/join`} class="buttons">
            <button class="button" type="submit">
              {self.addToOther}
            </button>
          </form>
        </div>
      )}
      <UnprovenPart facts={facts} frame={frame} context={context} />
      {registration.bookings.map((booking) => (
        <BookingCard booking={booking} facts={facts} frame={frame} context={context} />
      ))}
      <AddPlace facts={facts} frame={frame} context={context} />
      {registersOthers(registration, facts.event, context.now) && (
        <section class="part">
          <h2>{guests.title}</h2>
          <p>{guests.intro}</p>
          <p>
            <a class="button quiet" href={`${path}/guests`}>
              {guests.toLinks}
            </a>
          </p>
        </section>
      )}
      <Address facts={facts} frame={frame} context={context} />
      <RegistrationDetails facts={facts} context={context} />
      <InvitingPart facts={facts} context={context} />
      <section class="part">
        <h2>{self.data}</h2>
        <p>{self.dataText}</p>
        <p>
          <a class="button quiet" href={`${path}/data.json`} download>
            {self.download}
          </a>
        </p>
        <p>{self.removeText}</p>
        <form method="post" action={`${path}/delete`} class="buttons">
          <button class="button stop" type="submit">
            {self.remove}
          </button>
        </form>
      </section>
    </>
  );
}

function Address({ facts, frame, context }: On & { frame: FormFrame }) {
  const { registration, token, typedAddress } = facts;
  const { self } = registrationMessagesOf(context.language);
  const asked = registration.addressChange;
  const path = registrationPath(context.language, token);
  return (
    <section class="part">
      <h2>{self.contact}</h2>
      {hasAddress(registration.contact) && (
        <p>
          {self.address}: {registration.contact.email}
        </p>
      )}
      {asked && asked.until > context.now && (
        <div class="note" role="status">
          <p>{self.addressAsked(asked.email)}</p>
          <form method="post" action={`${path}/keep-address`} class="buttons">
            <button class="button quiet" type="submit">
              {self.keepAddress}
            </button>
          </form>
        </div>
      )}
      <form method="post" action={`${path}/address`} novalidate>
        <Hidden name={SEEN_FIELD} value={addressSeen(registration)} />
        <TextField
          frame={frame}
          name={FIELDS.email}
          label={self.newAddress}
          hint={self.addressHint}
          value={typedAddress ?? ""}
          type="email"
          autocomplete="email"
        />
        <div class="buttons">
          <button class="button quiet" type="submit">
            {self.changeAddress}
          </button>
        </div>
      </form>
    </section>
  );
}
