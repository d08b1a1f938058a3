import { registrationPath } from "../../../domain/addresses.ts";
import type { Language } from "../../../domain/language.ts";
import { type Booking, hasEnded, isLiveAt, seatsOf } from "../../../domain/registration/booking.ts";
import { peopleSeen } from "../../../domain/registration/decisions/people-seen.ts";
import { disclosedAddress } from "../../../domain/registration/disclosed-address.ts";
import { eventWords, placeIn, type RegistrationEvent } from "../../../domain/registration/event.ts";
import { personAnswerField, personField } from "../../../domain/registration/form/form.ts";
import { invitationAnswer } from "../../../domain/registration/invitation-answer.ts";
import { LARGEST_BOOKING, type Participant } from "../../../domain/registration/participant.ts";
import { otherCalendarsOf } from "../../calendar/other-calendars.ts";
import { moment } from "../../format/dates.ts";
import { placeTimes } from "../../messages/place-times.ts";
import { registrationGuestsMessagesOf } from "../../messages/registration-guests-messages-of.ts";
import { registrationInvitationMessagesOf } from "../../messages/registration-invitation-messages-of.ts";
import { registrationMailMessagesOf } from "../../messages/registration-mail-messages-of.ts";
import { registrationMessagesOf } from "../../messages/registration-messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { type FormFrame, Hidden } from "./form/fields.tsx";
import { PeopleRows } from "./form/form-people.tsx";
import { personAnswersInWords } from "./form/question-words.ts";
import { questionsOfPeople } from "./people-questions.ts";
import {
  PLACE_FIELD,
  type RegistrationPageFacts,
  SEEN_FIELD,
  type SelfAction,
} from "./registration-page-facts.ts";

interface CardProps {
  readonly booking: Booking;
  readonly facts: RegistrationPageFacts;
  readonly frame: FormFrame;
  readonly context: PageContext;
}

const TO_DO: ReadonlySet<Booking["state"]> = new Set(["unverified", "unverified-waiting", "offered"]);

/** One booking: what it is, what to do next, and what can be changed. */
export function BookingCard(props: CardProps) {
  const { booking, facts, context } = props;
  const { language, now } = context;
  const { event } = facts;
  const { self } = registrationMessagesOf(language);
  const state = hasEnded(booking, now) ? "expired" : booking.state;
  const title = placeTitle(event, booking.place, language);
  const place = placeIn(event, booking.place);
  const told = disclosedAddress(event, booking, language, now);
  const mail = registrationMailMessagesOf(language);
  const shownUntil = booking.until !== undefined && TO_DO.has(state) ? booking.until : undefined;
  return (
    <section class={`booking${TO_DO.has(state) ? " to-do" : ""}`}>
      <h2>{title}</h2>
      {place && <p>{placeTimes(place, event.zone, language)}</p>}
      <p>
        <span class="tag">{self.states[state]}</span> {self.seats(seatsOf(booking))}
      </p>
      <p>{invitationInWords(booking, event.zone, context) ?? self.next[state]}</p>
      {told?.address !== undefined && (
        <p>
          {mail.address}: <strong>{told.address}</strong>
        </p>
      )}
      {told?.directions !== undefined && (
        <p>
          {mail.directions}: {told.directions}
        </p>
      )}
      {shownUntil !== undefined && (
        <p>
          <strong>{self.until(moment(shownUntil, event.zone, language))}</strong>
        </p>
      )}
      <Actions {...props} state={state} />
      {!state.startsWith("unverified") && (
        <ul class="people">
          {booking.participants.map(({ name, badge, pass, notComing, answers }) => (
            <li>
              {name}
              {badge !== undefined && ` (${badge})`}
              {notComing !== undefined && (
                <>
                  {" · "}
                  <strong>{registrationGuestsMessagesOf(language).notComing}</strong>
                </>
              )}
              {state === "confirmed" && place?.mode !== "online" && (
                <>
                  {" · "}
                  {self.pass} <code>{pass}</code>
                </>
              )}
              {answers && <AnswersOf answers={answers} event={event} language={language} />}
            </li>
          ))}
        </ul>
      )}
      {isLiveAt(booking, now) && !state.startsWith("unverified") && <ChangePeople {...props} />}
    </section>
  );
}

/** What somebody was asked at this place, in words. */
function AnswersOf(props: {
  answers: NonNullable<Participant["answers"]>;
  event: RegistrationEvent;
  language: Language;
}) {
  const said = personAnswersInWords(props.event, props.answers, props.language);
  return (
    <>
      {said.map(({ label, answer }) => (
        <>
          <br />
          <span class="soft">
            {label}: {answer}
          </span>
        </>
      ))}
    </>
  );
}

/** What has become of an invitation, where that is something else than of any booking. */
function invitationInWords(
  booking: Booking,
  zone: string,
  { language, now }: PageContext,
): string | undefined {
  const said = registrationInvitationMessagesOf(language);
  switch (invitationAnswer(booking, now)) {
    case "handed-on":
      return said.handedOn(moment(booking.invitation?.handedOn?.at ?? now, zone, language));
    case "withdrawn":
      return said.withdrawn;
    case "no":
      return said.refused;
    case "late":
      return said.late;
    default:
      return undefined;
  }
}

const placeTitle = (event: RegistrationEvent, place: string, language: Language): string =>
  eventWords(event, language).places[place]?.title ?? place;

/** Tells buttons of one kind apart for those who hear them one after the other. */
function OfPlace({ title }: { title: string }) {
  return <span class="hidden">: {title}</span>;
}

function Actions({ booking, facts, context, state }: CardProps & { state: Booking["state"] }) {
  const { language } = context;
  const { self } = registrationMessagesOf(language);
  const path = registrationPath(language, facts.token);
  const { place } = booking;
  const joining = facts.event.joining[place];
  const title = placeTitle(facts.event, place, language);
  const button = (action: SelfAction, label: string, look: string) => (
    <form method="post" action={`${path}/${action}`}>
      <Hidden name={PLACE_FIELD} value={place} />
      <Hidden name={SEEN_FIELD} value={booking.state} />
      <button class={`button ${look}`} type="submit">
        {label}
        <OfPlace title={title} />
      </button>
    </form>
  );
  const live = isLiveAt(booking, context.now);
  return (
    <div class="buttons">
      {state === "offered" && button("accept", self.accept, "")}
      {state === "offered" && button("pass-up", self.passUp, "quiet")}
      {state === "confirmed" && joining !== undefined && (
        <a class="button" href={joining} rel="noreferrer">
          {self.join}
        </a>
      )}
      {state === "confirmed" && (
        <>
          <a class="button quiet" href={`${path}/calendar.ics`}>
            {self.calendar}
            <OfPlace title={title} />
          </a>
          {facts.event.status === "scheduled" &&
            otherCalendarsOf({ event: facts.event, place, language, site: context.site }).map(
              ({ name, href }) => (
                <a class="button quiet" href={href} rel="noreferrer">
                  {name}
                  <OfPlace title={title} />
                </a>
              ),
            )}
        </>
      )}
      {live && state !== "offered" && button("cancel", self.cancel, "stop")}
      {(state === "expired" || state === "cancelled") && facts.available.includes(place) && (
        <form method="post" action={`${path}/add-place`}>
          <Hidden name={PLACE_FIELD} value={place} />
          {booking.participants.map(({ name, badge = "", answers = {} }, i) => (
            <>
              {Object.entries(answers).map(([id, value]) => (
                <Hidden name={personAnswerField(i + 1, id)} value={value} />
              ))}
              <Hidden name={personField(i + 1, "name")} value={name} />
              <Hidden name={personField(i + 1, "badge")} value={badge} />
            </>
          ))}
          <button class="button" type="submit">
            {self.again}
            <OfPlace title={title} />
          </button>
        </form>
      )}
    </div>
  );
}

function ChangePeople({ booking, facts, frame, context }: CardProps) {
  const { self, form } = registrationMessagesOf(context.language);
  const { typed: all } = facts;
  const typed = all?.action === "people" && all.place === booking.place ? all : undefined;
  const people = typed?.people ?? booking.participants;
  const rows = typed?.rows ?? Math.min(LARGEST_BOOKING, booking.participants.length + 1);
  return (
    <details open={typed !== undefined}>
      <summary>
        {self.changePeople}
        <OfPlace title={placeTitle(facts.event, booking.place, context.language)} />
      </summary>
      <form method="post" action={`${registrationPath(context.language, facts.token)}/people`} novalidate>
        <Hidden name={PLACE_FIELD} value={booking.place} />
        <Hidden name={SEEN_FIELD} value={peopleSeen(booking)} />
        <PeopleRows
          rows={rows}
          people={people}
          frame={typed ? frame : { ...frame, errors: [] }}
          asked={{ event: facts.event, questions: questionsOfPeople(facts, booking), isKnown: true }}
          at={typed ? "" : `-${booking.place}`}
        />
        <div class="buttons">
          <button class="button" type="submit">
            {self.savePeople}
          </button>
          <button class="button quiet" type="submit" name="more" value="yes">
            {form.moreRows}
          </button>
        </div>
      </form>
    </details>
  );
}
