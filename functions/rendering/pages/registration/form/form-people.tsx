import { registerListPath } from "../../../../domain/addresses.ts";
import {
  FEWEST_ROWS,
  FIELDS,
  type PersonValues,
  personField,
} from "../../../../domain/registration/form/form.ts";
import { LARGEST_BOOKING } from "../../../../domain/registration/participant.ts";
import { personQuestionsFor } from "../../../../domain/registration/person-questions.ts";
import { LARGEST_FORM, LARGEST_LIST_FORM } from "../../../../domain/request-limits.ts";
import { fileSize } from "../../../messages/file-size.ts";
import { FORM_MESSAGES } from "../../../messages/form-messages.ts";
import { registrationMessagesOf } from "../../../messages/registration-messages-of.ts";
import { Choice, Choices, FileField, Fold, type FormFrame, Hidden, TextField } from "./fields.tsx";
import type { FormPageFacts } from "./form-page-facts.ts";
import { type AskedInRows, AskedOfEach, PersonFields } from "./person-fields.tsx";

/**
 * Who takes part besides the contact, or in their place: row by row, or a whole delegation at once. Folded away, since
 * most come alone.
 */
export function FormPeople({ facts, frame }: { facts: FormPageFacts; frame: FormFrame }) {
  const { form } = registrationMessagesOf(frame.language);
  const said = FORM_MESSAGES[frame.language];
  const { values, rows } = facts;
  const questions = personQuestionsFor(
    facts.event,
    facts.places.map(({ id }) => id),
  );
  const typed = values.people.length > 0 || values.delegation !== "" || values.coming === "others";
  return (
    <Fold
      title={form.others}
      frame={frame}
      open={typed || rows > FEWEST_ROWS}
      holds={(field) =>
        field === FIELDS.coming || field.startsWith("person-") || field.startsWith(FIELDS.delegation)
      }
      class="others"
    >
      <p class="soft rows-hint">{said.peopleHint}</p>
      <div class="field">
        <Choices frame={frame} name={FIELDS.coming} legend={<span class="label">{form.coming}</span>}>
          <ul class="choices">
            <Choice name={FIELDS.coming} value="self" label={form.comingSelf} chosen={values.coming} first />
            <Choice name={FIELDS.coming} value="others" label={form.comingOthers} chosen={values.coming} />
          </ul>
        </Choices>
      </div>
      <p class="soft rows-hint">{said.othersHint}</p>
      <PeopleRows
        rows={rows}
        people={values.people}
        frame={frame}
        asked={{ event: facts.event, questions }}
      />
      <div class="buttons">
        <button class="button quiet" type="submit" name={FIELDS.more} value="yes" formnovalidate>
          {form.moreRows}
        </button>
      </div>
      <TextField
        frame={frame}
        name={FIELDS.delegation}
        label={form.delegation}
        hint={form.delegationHint}
        value={values.delegation}
        lines={4}
        optional
      />
      <FileField
        frame={frame}
        name={FIELDS.delegationFile}
        label={form.delegationFile}
        hint={form.delegationFileHint(fileSize(LARGEST_LIST_FORM - LARGEST_FORM, frame.language))}
        accept=".xlsx,.docx,.csv,.txt,text/csv,text/plain"
      />
      <div class="buttons">
        <button
          class="button quiet"
          type="submit"
          formaction={registerListPath(frame.language, facts.event.slug)}
          formnovalidate
        >
          {form.readList}
        </button>
      </div>
    </Fold>
  );
}

interface RowsProps {
  readonly rows: number;
  readonly people: readonly (Omit<PersonValues, "badge"> & { readonly badge?: string })[];
  readonly frame: FormFrame;
  readonly asked: AskedInRows;
  /** Sets the ids of these rows apart from others on the page. */
  readonly at?: string;
}

/** Rows of people, with their names, what their badges show, and what each of them is asked. */
export function PeopleRows({ rows, people, frame, asked, at = "" }: RowsProps) {
  const { form } = registrationMessagesOf(frame.language);
  const numbers = Array.from({ length: Math.min(LARGEST_BOOKING, rows) }, (_, i) => i + 1);
  return (
    <>
      <Hidden name={FIELDS.rows} value={String(numbers.length)} />
      <AskedOfEach {...asked} frame={frame} />
      {numbers.map((n) => (
        <fieldset class="row">
          <legend>{form.person(n)}</legend>
          <TextField
            frame={frame}
            name={personField(n, "name")}
            label={form.personName}
            value={people[n - 1]?.name ?? ""}
            at={at}
          />
          <TextField
            frame={frame}
            name={personField(n, "badge")}
            label={form.badge}
            value={people[n - 1]?.badge ?? ""}
            optional
            at={at}
          />
          <PersonFields {...asked} row={n} answers={people[n - 1]?.answers ?? {}} frame={frame} at={at} />
        </fieldset>
      ))}
    </>
  );
}
