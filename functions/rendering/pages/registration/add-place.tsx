import { registrationPath } from "../../../domain/addresses.ts";
import { eventWords, placeIn } from "../../../domain/registration/event.ts";
import { FIELDS } from "../../../domain/registration/form/form.ts";
import { peopleOfAll } from "../../../domain/registration/person-questions.ts";
import { registrationMessagesOf } from "../../messages/registration-messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { type FormFrame, TextField } from "./form/fields.tsx";
import { PeopleRows } from "./form/form-people.tsx";
import { AskedQuestions } from "./form/form-questions.tsx";
import { awaitsAnswer } from "./form/question-conditions.ts";
import { SelectField } from "./form/select-field.tsx";
import { addedPlaceId, addedQuestions } from "./people-questions.ts";
import { PLACE_FIELD, type RegistrationPageFacts } from "./registration-page-facts.ts";

interface Props {
  readonly facts: RegistrationPageFacts;
  readonly frame: FormFrame;
  readonly context: PageContext;
}

/** One more place for a registration, with what the form would have asked for it and is not known yet. */
export function AddPlace({ facts, frame: shared, context }: Props) {
  const { event, registration, token } = facts;
  const { self, form } = registrationMessagesOf(context.language);
  const { places, open, ofPeople, page } = addedQuestions(facts, context.now);
  if (places.length === 0) return null;
  const waits = [...open, ...ofPeople].some((question) => question.places.length > 0);
  const words = eventWords(event, context.language);
  const typed = facts.typed?.action === "add-place" ? facts.typed : undefined;
  const people = typed?.people ?? peopleOfAll(registration);
  const frame = typed ? shared : { ...shared, errors: [] };
  const forPress = places.some((id) => placeIn(event, id)?.audience === "press");
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
          <SelectField frame={frame} name={PLACE_FIELD} label={self.addPlace}>
            {places.map((id) => (
              <option id={waits ? addedPlaceId(id) : undefined} value={id} selected={id === typed?.place}>
                {words.places[id]?.title ?? id}
              </option>
            ))}
          </SelectField>
          <PeopleRows
            rows={typed?.rows ?? Math.max(1, people.length)}
            people={people}
            frame={frame}
            asked={{ event, questions: ofPeople }}
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
          <AskedQuestions
            questions={open}
            event={event}
            answers={typed?.answers ?? {}}
            frame={frame}
            waits={(question) => awaitsAnswer(question, page)}
          />
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
