import { registrationPath } from "../../../domain/addresses.ts";
import { type Booking, isLiveAt } from "../../../domain/registration/booking.ts";
import { eventWords, placeIn, type RegistrationEvent } from "../../../domain/registration/event.ts";
import type { Participant } from "../../../domain/registration/participant.ts";
import type { Registration } from "../../../domain/registration/registration.ts";
import { placeTimes } from "../../messages/place-times.ts";
import { registrationGuestsMessagesOf } from "../../messages/registration-guests-messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { type FormFrame, fieldId, Hidden } from "./form/fields.tsx";
import { PLACE_FIELD, SEEN_FIELD } from "./registration-page-facts.ts";
import { type SelfFormFacts, selfFormPage } from "./self-form-page.tsx";

/** What the contact does with the links of their people. */
export const LINK_ACTIONS = ["make", "renew", "end"] as const;
export type LinkAction = (typeof LINK_ACTIONS)[number];
export const LINK_FIELD = "do";
export const PASS_FIELD = "pass";

export interface GuestsPageFacts extends SelfFormFacts {
  /** Tokens of the links that open something, by the code of the pass. */
  readonly tokens: ReadonlyMap<string, string>;
}

/** Bookings whose people can have links: those with a door, since where one joins online is told to no link. */
export const guestBookings = (
  { verifiedAt, bookings }: Registration,
  event: RegistrationEvent,
  now: PageContext["now"],
): Booking[] =>
  verifiedAt === undefined
    ? []
    : bookings.filter(
        (each) =>
          isLiveAt(each, now) &&
          !each.state.startsWith("unverified") &&
          placeIn(event, each.place)?.mode !== "online",
      );

/** Whether somebody else than the contact may need a link: whoever comes alone has the mail. */
export const registersOthers = (
  registration: Registration,
  event: RegistrationEvent,
  now: PageContext["now"],
): boolean =>
  guestBookings(registration, event, now)
    .flatMap(({ participants }) => participants)
    .some(({ name, guest }) => name !== registration.contact.name || guest !== undefined);

/** A link for each person, to be passed on by hand. */
export function guestsPage(context: PageContext, facts: GuestsPageFacts): string {
  const { language, now } = context;
  const { event, registration, errors } = facts;
  const said = registrationGuestsMessagesOf(language);
  const frame: FormFrame = { language, errors };
  return selfFormPage(context, facts, {
    title: said.title,
    intro: said.intro,
    under: "guests",
    frame,
    children: (
      <>
        {guestBookings(registration, event, now).map((booking) => (
          <PlaceLinks booking={booking} facts={facts} context={context} />
        ))}
      </>
    ),
  });
}

interface Props {
  readonly booking: Booking;
  readonly facts: GuestsPageFacts;
  readonly context: PageContext;
}

function PlaceLinks({ booking, facts, context }: Props) {
  const { language } = context;
  const said = registrationGuestsMessagesOf(language);
  const title = eventWords(facts.event, language).places[booking.place]?.title ?? booking.place;
  const isMissing = booking.participants.some(({ pass }) => !facts.tokens.has(pass));
  return (
    <section class="part">
      <h2>{title}</h2>
      {isMissing && (
        <form method="post" action={`${registrationPath(language, facts.token)}/guests`} class="buttons">
          <Hidden name={LINK_FIELD} value={"make" satisfies LinkAction} />
          <Hidden name={PLACE_FIELD} value={booking.place} />
          <button class="button" type="submit">
            {said.make}
            <span class="hidden">: {title}</span>
          </button>
        </form>
      )}
      {booking.participants.map((participant) => (
        <PersonLink participant={participant} booking={booking} facts={facts} context={context} />
      ))}
    </section>
  );
}

function PersonLink({ participant, booking, facts, context }: Props & { participant: Participant }) {
  const { language, site } = context;
  const said = registrationGuestsMessagesOf(language);
  const { pass, name, badge, notComing, guest } = participant;
  const token = facts.tokens.get(pass);
  const called = badge === undefined ? name : `${name} (${badge})`;
  const link = token && `${site.address}${registrationPath(language, token)}/pass`;
  const text = textOf({ booking, facts, context });
  return (
    <section class="booking">
      <h3>{called}</h3>
      {notComing !== undefined && <p class="note">{said.notComing}</p>}
      {link !== undefined ? (
        <>
          <div class="field">
            <label for={fieldId(`text-${pass}`)}>
              {said.textLabel}
              <span class="hidden">: {called}</span>
            </label>
            <textarea id={fieldId(`text-${pass}`)} rows={8} readonly spellcheck={false}>
              {`${text}\n${link}`}
            </textarea>
          </div>
          <p class="buttons">
            <a
              class="button quiet"
              href={`https://wa.me/?text=${encodeURIComponent(`${text}\n${link}`)}`}
              rel="noreferrer"
            >
              {said.whatsApp}
              <span class="hidden">: {called}</span>
            </a>
            <a
              class="button quiet"
              href={`https://t.me/share/url?url=${encodeURIComponent(link)}&text=${encodeURIComponent(text)}`}
              rel="noreferrer"
            >
              {said.telegram}
              <span class="hidden">: {called}</span>
            </a>
          </p>
          <div class="buttons">
            {button("renew", said.renew, "quiet")}
            {button("end", said.end, "stop")}
          </div>
        </>
      ) : (
        <p>{said.noLink}</p>
      )}
    </section>
  );

  function button(action: LinkAction, label: string, look: string) {
    return (
      <form method="post" action={`${registrationPath(language, facts.token)}/guests`}>
        <Hidden name={LINK_FIELD} value={action} />
        <Hidden name={PASS_FIELD} value={pass} />
        <Hidden name={SEEN_FIELD} value={String(guest?.nth ?? 0)} />
        <button class={`button ${look}`} type="submit">
          {label}
          <span class="hidden">: {called}</span>
        </button>
      </form>
    );
  }
}

/** What is passed on before the link: event, place and time. It names nobody. */
function textOf({ booking, facts: { event }, context: { language } }: Props): string {
  const words = eventWords(event, language);
  const { begins, ends } = placeIn(event, booking.place) ?? { begins: event.start, ends: event.end };
  return registrationGuestsMessagesOf(language).text({
    event: words.title,
    place: words.places[booking.place]?.title ?? booking.place,
    when: placeTimes({ begins, ends }, event.zone, language),
  });
}
