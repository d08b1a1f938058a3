import { registrationPath } from "../../../domain/addresses.ts";
import { isLiveAt } from "../../../domain/registration/booking.ts";
import { eventWords, type RegistrationEvent } from "../../../domain/registration/event.ts";
import { peopleOfAll } from "../../../domain/registration/person-questions.ts";
import type { Registration } from "../../../domain/registration/registration.ts";
import { isUnverified } from "../../../domain/registration/registration.ts";
import { moment } from "../../format/dates.ts";
import { registrationMessagesOf } from "../../messages/registration-messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { type FormFrame, Hidden } from "./form/fields.tsx";
import { PeopleRows } from "./form/form-people.tsx";
import { questionsOfSubmission } from "./people-questions.ts";
import { type RegistrationPageFacts, SUBMISSION_FIELD } from "./registration-page-facts.ts";

interface Props {
  readonly facts: RegistrationPageFacts;
  readonly frame: FormFrame;
  readonly context: PageContext;
}

/**
 * What is to be confirmed, before it counts: whom and what it names, when it was asked for, and what else was submitted
 * under the address. Anyone may have typed it.
 */
export function UnprovenPart({ facts, frame, context }: Props) {
  const { language, now } = context;
  const { event, registration, token, typed: all, beside = [] } = facts;
  if (!isUnverified(registration) || !registration.bookings.some((each) => isLiveAt(each, now))) return null;
  const { self } = registrationMessagesOf(language);
  const path = registrationPath(language, token);
  const typed = all?.action === "verify" ? all : undefined;
  const people = peopleOfAll(registration);
  return (
    <>
      <section class="booking to-do">
        <h2>{self.toConfirm}</h2>
        <Asked of={registration} event={event} context={context} />
        <form method="post" action={`${path}/verify`} novalidate>
          <details open={typed !== undefined}>
            <summary>{self.changePeople}</summary>
            <PeopleRows
              rows={people.length}
              people={typed?.people ?? people}
              frame={typed ? frame : { ...frame, errors: [] }}
              asked={{ event, questions: questionsOfSubmission(facts) }}
              at={typed ? "" : "-verify"}
            />
          </details>
          <div class="buttons">
            <button class="button" type="submit">
              {self.verify}
            </button>
          </div>
        </form>
        <NotMe path={path} id={registration.id} label={self.notMe} />
      </section>
      {beside.length > 0 && (
        <section class="part">
          <h2>{self.beside}</h2>
          <p>{self.besideText}</p>
          {beside.map((other) => (
            <div class="note">
              <Asked of={other} event={event} context={context} />
              <NotMe path={path} id={other.id} label={self.notMe} />
            </div>
          ))}
        </section>
      )}
    </>
  );
}

function Asked({ of, event, context }: { of: Registration; event: RegistrationEvent; context: PageContext }) {
  const { language } = context;
  const { self } = registrationMessagesOf(language);
  const { places } = eventWords(event, language);
  const chosen = of.bookings.filter((each) => isLiveAt(each, context.now));
  return (
    <>
      <p>{self.askedFor(moment(of.agreedAt, event.zone, language))}</p>
      <ul class="people">
        {peopleOfAll(of).map(({ name, badge }) => (
          <li>
            {name}
            {badge !== undefined && ` (${badge})`}
          </li>
        ))}
      </ul>
      <p>{chosen.map(({ place }) => places[place]?.title ?? place).join("; ")}</p>
    </>
  );
}

function NotMe({ path, id, label }: { path: string; id: string; label: string }) {
  return (
    <form method="post" action={`${path}/not-me`} class="buttons">
      <Hidden name={SUBMISSION_FIELD} value={id} />
      <button class="button stop" type="submit">
        {label}
      </button>
    </form>
  );
}
