import { registrationPath } from "../../../domain/addresses.ts";
import { isLiveAt } from "../../../domain/registration/booking.ts";
import { placeIn, questionsFor, wordsIn } from "../../../domain/registration/event.ts";
import { FIELDS } from "../../../domain/registration/form.ts";
import { registrationMessagesOf } from "../../messages/registration/registration-messages-of.ts";
import type { PageContext } from "../../page-context.ts";
import { ErrorText, errorOf, type FormFrame, fieldId, TextField } from "./fields.tsx";
import { PeopleRows } from "./form-people.tsx";
import { AskedQuestion } from "./form-questions.tsx";
import { PLACE_FIELD, type RegistrationPageFacts } from "./registration-page-facts.ts";

interface Props {
  readonly facts: RegistrationPageFacts;
  readonly frame: FormFrame;
  readonly context: PageContext;
}

/** One more place for a registration, with what the form would have asked for it and is not known yet. */
export function AddPlace({ facts, frame: shared, context }: Props) {
  const { event, registration, token, available } = facts;
  const { self, form } = registrationMessagesOf(context.language);
  const places = available.filter((id) =>
    registration.bookings.every((booking) => booking.place !== id || !isLiveAt(booking, context.now)),
  );
  if (places.length === 0) return null;
  const words = wordsIn(event, context.language);
  const typed = facts.typed?.action === "add-place" ? facts.typed : undefined;
  const people = typed?.people ?? registration.bookings[0]?.participants ?? [];
  const frame = typed ? shared : { ...shared, errors: [] };
  const forPress = places.some((id) => placeIn(event, id)?.audience === "press");
  const id = fieldId(PLACE_FIELD);
  const wrong = errorOf(frame, PLACE_FIELD);
  const open = questionsFor(event, places).filter(({ id }) => registration.answers[id] === undefined);
  return (
    <div class="part">
      <details open={typed !== undefined}>
        <summary>{self.addPlace}</summary>
        <form
          method="post"
          action={`${registrationPath(context.language, token)}/add-place`}
          class="form"
          novalidate
        >
          <div class={wrong === undefined ? "field" : "field wrong"}>
            <label for={id}>{self.addPlace}</label>
            <ErrorText id={id} text={wrong} frame={frame} />
            <select
              id={id}
              name={PLACE_FIELD}
              aria-describedby={wrong === undefined ? undefined : `${id}-error`}
              aria-invalid={wrong === undefined ? undefined : "true"}
            >
              {places.map((id) => (
                <option value={id} selected={id === typed?.place}>
                  {words.places[id]?.title ?? id}
                </option>
              ))}
            </select>
          </div>
          <PeopleRows
            rows={typed?.rows ?? Math.max(1, people.length)}
            people={people}
            frame={frame}
            at={typed ? "" : "-add"}
          />
          {forPress && registration.contact.outlet === undefined && (
            <>
              <TextField
                frame={frame}
                name={FIELDS.outlet}
                label={form.outlet}
                hint={form.press}
                value={typed?.outlet ?? ""}
              />
              <TextField
                frame={frame}
                name={FIELDS.pressCard}
                label={form.pressCard}
                hint={form.press}
                value={typed?.pressCard ?? ""}
                optional
              />
            </>
          )}
          {open.map((question) => (
            <AskedQuestion question={question} event={event} answers={typed?.answers ?? {}} frame={frame} />
          ))}
          <div class="buttons">
            <button class="button" type="submit">
              {self.addPlaceButton}
            </button>
            <button class="button quiet" type="submit" name={FIELDS.more} value="yes">
              {form.moreRows}
            </button>
          </div>
        </form>
      </details>
    </div>
  );
}
