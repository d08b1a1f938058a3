import { cleanLine } from "./clean-text.ts";
import { peopleOfDelegation } from "./delegation.ts";
import { type FieldError, fieldErrors, type Wrong } from "./field-error.ts";
import { FIELDS, type FormValues, personField } from "./form.ts";
import { LARGEST_BOOKING, LONGEST_NAME, type NamedParticipant } from "./participant.ts";

type PeopleValues = Pick<FormValues, "people" | "coming" | "badge" | "delegation" | "unreadableFile">;

/** The contact if coming, then the rows, then the delegation. A contact who stands in them, too, comes once. */
export function peopleOf(values: PeopleValues, contact: string, wrong: Wrong): NamedParticipant[] {
  if (values.coming !== "self" && values.coming !== "others") wrong(FIELDS.coming, "coming-missing");
  const comes = values.coming === "self" && contact !== "";
  const badge = cleanLine(values.badge);
  if (comes && badge.length > LONGEST_NAME) wrong(FIELDS.badge, "too-long", String(LONGEST_NAME));
  const typed = values.people.flatMap(({ name, badge }, i): NamedParticipant[] => {
    const row = i + 1;
    const clean = { name: cleanLine(name), badge: cleanLine(badge) };
    if (clean.name === "" && clean.badge !== "") wrong(personField(row, "name"), "person-name-missing");
    for (const what of ["name", "badge"] as const)
      if (clean[what].length > LONGEST_NAME) wrong(personField(row, what), "too-long", String(LONGEST_NAME));
    return clean.name === "" ? [] : [asNamed(clean)];
  });
  const pasted = peopleOfDelegation(values.delegation);
  if (!pasted) wrong(FIELDS.delegation, "delegation-unreadable");
  if (values.unreadableFile) wrong(FIELDS.delegationFile, "delegation-unreadable");
  const listed = (pasted ?? []).map(({ name, badge = "" }) =>
    asNamed({ name: cleanLine(name), badge: cleanLine(badge) }),
  );
  if (listed.some(({ name, badge = "" }) => Math.max(name.length, badge.length) > LONGEST_NAME))
    wrong(FIELDS.delegation, "too-long", String(LONGEST_NAME));
  if (listed.some(({ name }) => name === "")) wrong(FIELDS.delegation, "person-name-missing");
  const named = [...typed, ...listed];
  const self = {
    name: contact,
    badge: badge || (named.find((each) => each.name === contact && each.badge)?.badge ?? ""),
  };
  const people = comes ? [asNamed(self), ...named.filter(({ name }) => name !== contact)] : named;
  const at = listed.length > 0 ? FIELDS.delegation : personField(1, "name");
  if (people.length === 0 && values.coming === "others") wrong(at, "people-missing");
  if (people.length > LARGEST_BOOKING) wrong(at, "people-too-many", String(people.length));
  return people;
}

function asNamed({ name, badge }: { name: string; badge: string }): NamedParticipant {
  return badge === "" ? { name } : { name, badge };
}

/** People of one booking as its own form names them. */
export function checkPeople(rows: FormValues["people"]): {
  readonly people: NamedParticipant[];
  readonly errors: readonly FieldError[];
} {
  const { errors, wrong } = fieldErrors();
  const values = { people: rows, coming: "others", badge: "", delegation: "", unreadableFile: false };
  const people = peopleOf(values, "", wrong);
  return { people, errors };
}
