import { type ListedPerson, readDelegation } from "../delegation/read-delegation.ts";
import type { RegistrationEvent } from "../event.ts";
import { LARGEST_BOOKING } from "../participant.ts";
import { PERSON_FIELDS, type PersonField } from "../person-fields.ts";
import { type FormValues, isEmptyRow, type PersonValues } from "./form.ts";

/** What was understood of a list, and shows in the rows of the form before anything counts. */
export interface ListedRows {
  /** The form with the people of the list in its rows, and no list any more. */
  readonly values: FormValues;
  readonly people: number;
  /** What stood in columns that are passed over, each once. */
  readonly left: readonly string[];
}

/**
 * The form with its list taken apart into rows, where every line is clear and the rows suffice; else undefined.
 * @param fields columns that the rows have a field for, beside names and badges
 */
export function listedRows(values: FormValues, fields: readonly PersonField[] = []): ListedRows | undefined {
  if (values.unreadableFile || values.delegation.trim() === "") return undefined;
  const list = readDelegation(values.delegation);
  if (!list || list.problems.length > 0 || list.people.length === 0) return undefined;
  const typed = values.people.filter((row) => !isEmptyRow(row));
  const listed = list.people.map((person) => rowOf(person, fields));
  if (typed.length + listed.length > LARGEST_BOOKING) return undefined;
  const left = [...list.left, ...list.people.flatMap((person) => leftOf(person, fields))];
  return {
    values: { ...values, people: [...typed, ...listed], delegation: "" },
    people: listed.length,
    left: [...new Set(left)],
  };
}

/** With what the list says of somebody and the places ask. */
function rowOf(person: ListedPerson, fields: readonly PersonField[]): PersonValues {
  const { name, badge = "" } = person;
  const said = fields.flatMap((field) => {
    const value = person[field];
    return value === undefined ? [] : [[field, value] as const];
  });
  return { name, badge, ...(said.length > 0 && { answers: Object.fromEntries(said) }) };
}

const leftOf = (person: ListedPerson, fields: readonly PersonField[]): string[] =>
  PERSON_FIELDS.filter((field) => !fields.includes(field)).flatMap((field) => person[field] ?? []);

/**
 * Which columns have a field in the form: those of the places that are chosen, or of all that are listed where none is.
 */
export function fieldsOfPlaces(
  { places }: Pick<RegistrationEvent, "places">,
  chosen: readonly string[],
): PersonField[] {
  const asking = places.filter(({ id, audience }) =>
    chosen.length > 0 ? chosen.includes(id) : audience !== "invitation",
  );
  return PERSON_FIELDS.filter((field) => asking.some(({ people }) => people?.[field] !== undefined));
}
