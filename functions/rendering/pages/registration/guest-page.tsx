import { publicationPath, registrationPath } from "../../../domain/addresses.ts";
import type { Booking } from "../../../domain/registration/booking.ts";
import { eventWords, placeIn, type RegistrationEvent } from "../../../domain/registration/event.ts";
import { FIELDS } from "../../../domain/registration/form/form.ts";
import type { FieldError } from "../../../domain/registration/text/field-error.ts";
import { placeTimes } from "../../messages/place-times.ts";
import { registrationGuestsMessagesOf } from "../../messages/registration-guests-messages-of.ts";
import { registrationMessagesOf } from "../../messages/registration-messages-of.ts";
import { FORM_STYLE } from "../../style/forms.ts";
import { inEveryLanguage } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { ErrorSummary, type FormFrame, Hidden, TextField } from "./form/fields.tsx";
import { PassPicture } from "./pass-picture.tsx";
import { SEEN_FIELD } from "./registration-page-facts.ts";

/** What a guest's page does; each is a button that names it. */
export const GUEST_ACTIONS = ["badge", "not-coming", "coming"] as const;
export type GuestAction = (typeof GUEST_ACTIONS)[number];
/** Field that says which. */
export const GUEST_FIELD = "do";

/**
 * One seat, for whoever has its link. There is no name among these facts, nor anything of the contact: a link that is
 * passed on to thirty people tells none of them who comes.
 */
export interface GuestPageFacts {
  readonly event: RegistrationEvent;
  readonly token: string;
  /** Id of the registration, which the QR code holds. */
  readonly registration: string;
  readonly pass: string;
  readonly booking: Pick<Booking, "place" | "state">;
  /** Whether the seat is still booked. */
  readonly isBooked: boolean;
  readonly isComing: boolean;
  /** What was shown of the seat, without saying what. */
  readonly seen: string;
  readonly errors: readonly FieldError[];
  readonly isDone?: boolean;
  readonly refused?: string | undefined;
  /** As typed by this very request. */
  readonly typedBadge?: string;
}

export function guestPage(context: PageContext, facts: GuestPageFacts): string {
  const { language, now } = context;
  const { event, token, booking } = facts;
  const messages = registrationMessagesOf(language);
  const said = registrationGuestsMessagesOf(language);
  const words = eventWords(event, language);
  const place = placeIn(event, booking.place);
  const labels = () => messages.form.badge;
  const frame: FormFrame = { language, errors: facts.errors, labels };
  return page(
    context,
    {
      title: facts.errors.length > 0 ? `${messages.errorPrefix}: ${words.title}` : words.title,
      description: said.seat,
      languages: inEveryLanguage((each) => `${registrationPath(each, token)}/pass`),
      noindex: true,
      style: FORM_STYLE,
    },
    <>
      <header class="head">
        <p>
          <a href={publicationPath(words.language, "event", event.slug)}>{said.aboutEvent}</a>
        </p>
        <h1>{words.title}</h1>
        <p class="stand-first">{words.places[booking.place]?.title ?? booking.place}</p>
        {place && <p>{placeTimes(place, event.zone, language)}</p>}
        {words.sample !== undefined && <p class="note">{words.sample}</p>}
      </header>
      <ErrorSummary frame={frame} />
      {facts.isDone && (
        <p class="note" role="status">
          {said.done}
        </p>
      )}
      {facts.refused !== undefined && (
        <p class="note stop" role="alert">
          {facts.refused}
        </p>
      )}
      {facts.isBooked ? <Seat facts={facts} frame={frame} /> : <p class="part">{said.ended}</p>}
      {facts.isBooked && event.end > now && <Actions facts={facts} frame={frame} />}
    </>,
  );
}

interface Props {
  readonly facts: GuestPageFacts;
  readonly frame: FormFrame;
}

function Seat({ facts, frame: { language } }: Props) {
  const said = registrationGuestsMessagesOf(language);
  const { self } = registrationMessagesOf(language);
  const { booking, pass, registration } = facts;
  return (
    <section class="booking">
      <h2>{said.seat}</h2>
      {booking.state === "confirmed" ? (
        <>
          <p>
            <PassPicture pass={{ registration, pass }} label={`${self.pass} ${pass}`} />
          </p>
          <p>
            {self.pass} <code>{pass}</code>
          </p>
          <p>{said.passText}</p>
        </>
      ) : (
        <p>{said.notFinal}</p>
      )}
    </section>
  );
}

function Actions({ facts, frame }: Props) {
  const { language } = frame;
  const said = registrationGuestsMessagesOf(language);
  const { form } = registrationMessagesOf(language);
  const path = `${registrationPath(language, facts.token)}/pass`;
  const action: GuestAction = facts.isComing ? "not-coming" : "coming";
  return (
    <>
      <form class="form" method="post" action={path} novalidate>
        <Hidden name={GUEST_FIELD} value={"badge" satisfies GuestAction} />
        <Hidden name={SEEN_FIELD} value={facts.seen} />
        <TextField
          frame={frame}
          name={FIELDS.badge}
          label={form.badge}
          hint={said.badgeText}
          value={facts.typedBadge ?? ""}
          autocomplete="name"
        />
        <div class="buttons">
          <button class="button quiet" type="submit">
            {said.saveBadge}
          </button>
        </div>
      </form>
      <div class="part">
        <p>{facts.isComing ? said.declineText : said.declined}</p>
        <form method="post" action={path} class="buttons">
          <Hidden name={GUEST_FIELD} value={action} />
          <Hidden name={SEEN_FIELD} value={facts.seen} />
          <button class={facts.isComing ? "button stop" : "button"} type="submit">
            {facts.isComing ? said.decline : said.comeAfterAll}
          </button>
        </form>
      </div>
    </>
  );
}
