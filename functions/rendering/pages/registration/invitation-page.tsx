import { publicationPath, registrationPath } from "../../../domain/addresses.ts";
import type { Booking } from "../../../domain/registration/booking.ts";
import { eventWords, placeIn } from "../../../domain/registration/event.ts";
import { FIELDS } from "../../../domain/registration/form/form.ts";
import { moment } from "../../format/dates.ts";
import { placeTimes } from "../../messages/place-times.ts";
import { registrationInvitationMessagesOf } from "../../messages/registration-invitation-messages-of.ts";
import { registrationMessagesOf } from "../../messages/registration-messages-of.ts";
import { FORM_STYLE } from "../../style/forms.ts";
import { inEveryLanguage } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { ErrorSummary, type FormFrame, Hidden, TextField } from "./form/fields.tsx";
import { InvitingPart } from "./inviting-part.tsx";
import {
  PLACE_FIELD,
  type RegistrationPageFacts,
  SEEN_FIELD,
  type SelfAction,
} from "./registration-page-facts.ts";

interface Props {
  readonly facts: RegistrationPageFacts;
  readonly booking: Booking;
  readonly context: PageContext;
}

/** An invitation that waits for its answer: what to, from whom and why, and three buttons. Looking at it answers nothing. */
export function invitationPage(context: PageContext, facts: RegistrationPageFacts, booking: Booking): string {
  const { language } = context;
  const { event, token, errors, registration } = facts;
  const messages = registrationMessagesOf(language);
  const said = registrationInvitationMessagesOf(language);
  const words = eventWords(event, language);
  const place = placeIn(event, booking.place);
  const { invitation } = booking;
  const title = said.title(words.title);
  const labels: Partial<Record<string, string>> = { [FIELDS.name]: said.name, [FIELDS.email]: said.address };
  const frame: FormFrame = { language, errors, labels: (field) => labels[field] };
  return page(
    context,
    {
      title: errors.length > 0 ? `${messages.errorPrefix}: ${title}` : title,
      description: said.why,
      languages: inEveryLanguage((each) => registrationPath(each, token)),
      noindex: true,
      style: FORM_STYLE,
    },
    <>
      <header class="head">
        <p>
          <a href={publicationPath(words.language, "event", event.slug)}>{words.title}</a>
        </p>
        <h1>{title}</h1>
        <p class="stand-first">{registration.contact.name}</p>
        {words.sample !== undefined && <p class="note">{words.sample}</p>}
      </header>
      <ErrorSummary frame={frame} />
      {facts.done && (
        <p class="note" role="status">
          {messages.self.done[facts.done]}
        </p>
      )}
      {facts.refused !== undefined && (
        <p class="note stop" role="alert">
          {facts.refused}
        </p>
      )}
      <section class="booking to-do">
        <h2>{words.places[booking.place]?.title ?? booking.place}</h2>
        {place && <p>{placeTimes(place, event.zone, language)}</p>}
        {invitation && <p>{said.from(invitation.by)}</p>}
        {invitation?.handedFrom !== undefined && <p>{said.inPlaceOf(invitation.handedFrom)}</p>}
        {booking.until !== undefined && (
          <p>
            <strong>{said.held(moment(booking.until, event.zone, language))}</strong>
          </p>
        )}
        <div class="buttons">
          <Answer action="accept" label={said.yes} look="button" facts={facts} {...{ booking, context }} />
          <Answer
            action="say-no"
            label={said.no}
            look="button quiet"
            facts={facts}
            {...{ booking, context }}
          />
        </div>
      </section>
      {invitation && invitation.handedFrom === undefined && (
        <SomebodyElse facts={facts} booking={booking} context={context} frame={frame} />
      )}
      <section class="part">
        <h2>{said.why}</h2>
        <p>{invitation?.source}</p>
        <p>{said.remove}</p>
        <form method="post" action={`${registrationPath(language, token)}/delete`} class="buttons">
          <button class="button stop" type="submit">
            {messages.self.remove}
          </button>
        </form>
      </section>
      <InvitingPart facts={facts} context={context} />
    </>,
  );
}

function Answer({
  action,
  label,
  look,
  facts,
  booking,
  context,
}: Props & { action: SelfAction; label: string; look: string }) {
  return (
    <form method="post" action={`${registrationPath(context.language, facts.token)}/${action}`}>
      <Hidden name={PLACE_FIELD} value={booking.place} />
      <Hidden name={SEEN_FIELD} value={booking.state} />
      <button class={look} type="submit">
        {label}
      </button>
    </form>
  );
}

function SomebodyElse({ facts, booking, context, frame }: Props & { frame: FormFrame }) {
  const { language } = context;
  const said = registrationInvitationMessagesOf(language);
  const { typedSuccessor: typed } = facts;
  return (
    <details open={typed !== undefined}>
      <summary>{said.somebodyElse}</summary>
      <p>{said.somebodyElseText}</p>
      <form
        method="post"
        action={`${registrationPath(language, facts.token)}/${"hand-on" satisfies SelfAction}`}
        novalidate
      >
        <Hidden name={PLACE_FIELD} value={booking.place} />
        <Hidden name={SEEN_FIELD} value={booking.state} />
        <TextField frame={frame} name={FIELDS.name} label={said.name} value={typed?.name ?? ""} />
        <TextField
          frame={frame}
          name={FIELDS.email}
          label={said.address}
          value={typed?.email ?? ""}
          type="email"
          inputmode="email"
        />
        <div class="buttons">
          <button class="button quiet" type="submit">
            {said.ask}
          </button>
        </div>
      </form>
    </details>
  );
}
