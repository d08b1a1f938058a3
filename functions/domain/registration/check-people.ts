import { checkName } from "./check-name.ts";
import { cleanLine } from "./clean-text.ts";
import { readDelegation } from "./delegation/read-delegation.ts";
import { type FieldError, fieldErrors, type Wrong } from "./field-error.ts";
import { FIELDS, type FormValues, personField } from "./form.ts";
import { nameError } from "./name-error.ts";
import { LARGEST_BOOKING, type NamedParticipant } from "./participant.ts";

type PeopleValues = Pick<FormValues, "people" | "coming" | "badge" | "delegation" | "unreadableFile">;

/** The contact if coming, then the rows, then the delegation. A contact who stands in them, too, comes once. */
export function peopleOf(values: PeopleValues, contact: string, wrong: Wrong): NamedParticipant[] {
  if (values.coming !== "self" && values.coming !== "others") wrong(FIELDS.coming, "coming-missing");
  const comes = values.coming === "self" && contact !== "";
  const badge = comes ? checkName(FIELDS.badge, values.badge, wrong) : "";
  const typed = values.people.flatMap(({ name, badge }, i): NamedParticipant[] => {
    const row = i + 1;
    if (cleanLine(name) === "" && cleanLine(badge) !== "")
      wrong(personField(row, "name"), "person-name-missing");
    const clean = {
      name: checkName(personField(row, "name"), name, wrong),
      badge: checkName(personField(row, "badge"), badge, wrong),
    };
    return clean.name === "" ? [] : [asNamed(clean)];
  });
  const listed = listedIn(values, wrong);
  const listedErrors = listed.people.flatMap(
    ({ name, badge = "" }) => nameError(name) ?? nameError(badge) ?? [],
  );
  for (const error of new Set(listedErrors)) wrong(FIELDS.delegation, error);
  const named = [...typed, ...listed.people];
  const self = {
    name: contact,
    badge: badge || (named.find((each) => each.name === contact && each.badge)?.badge ?? ""),
  };
  const people = comes ? [asNamed(self), ...named.filter(({ name }) => name !== contact)] : named;
  const at = listed.people.length > 0 ? FIELDS.delegation : personField(1, "name");
  if (people.length === 0 && listed.isSound && values.coming === "others") wrong(at, "people-missing");
  if (people.length > LARGEST_BOOKING) wrong(at, "people-too-many", String(people.length));
  return people;
}

/** How many lines of a list are told at once: whoever has chosen a wrong file sees so from a few. */
const MOST_PROBLEMS = 5;

/** People of the list, and whether all of it could be read: if not, that is told and nobody is said to be missing. */
function listedIn(values: PeopleValues, wrong: Wrong) {
  const list = readDelegation(values.delegation);
  const problems = list?.problems ?? [{ code: "delegation-unreadable", detail: undefined } as const];
  for (const { code, detail } of problems.slice(0, MOST_PROBLEMS)) wrong(FIELDS.delegation, code, detail);
  if (values.unreadableFile) wrong(FIELDS.delegationFile, "delegation-unreadable");
  return { people: list?.people ?? [], isSound: problems.length === 0 && !values.unreadableFile };
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
