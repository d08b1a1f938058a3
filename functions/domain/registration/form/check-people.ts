import { readDelegation } from "../delegation/read-delegation.ts";
import { LARGEST_BOOKING, type NamedParticipant } from "../participant.ts";
import { isContactsOwn, type PersonQuestion } from "../person-questions.ts";
import { cleanLine } from "../text/clean-text.ts";
import { type FieldError, fieldErrors, type Wrong } from "../text/field-error.ts";
import { nameError } from "../text/name-error.ts";
import { answersTo } from "./check-answers.ts";
import { checkName } from "./check-name.ts";
import { FIELDS, type FormValues, type PersonValues, personAnswerField, personField } from "./form.ts";

type PeopleValues = Pick<FormValues, "people" | "coming" | "badge" | "delegation" | "unreadableFile"> &
  Partial<Pick<FormValues, "answers" | "organisation">>;

type Answers = Readonly<Record<string, string>>;

/** What each person is asked. */
export interface AskedOfPeople {
  readonly questions: readonly PersonQuestion[];
  /** What the registration answers, on which a question may depend. */
  readonly given: Answers;
  /** People who are registered already. Nobody among them is held up by a question that they were never asked. */
  readonly known?: readonly NamedParticipant[];
}

const NOTHING_ASKED: AskedOfPeople = { questions: [], given: {} };

/** The contact if coming, then the rows, then the delegation. A contact who stands in them, too, comes once. */
export function peopleOf(
  values: PeopleValues,
  contact: string,
  wrong: Wrong,
  asked: AskedOfPeople = NOTHING_ASKED,
): NamedParticipant[] {
  if (values.coming !== "self" && values.coming !== "others") wrong(FIELDS.coming, "coming-missing");
  const comes = values.coming === "self" && contact !== "";
  const badge = comes ? checkName(FIELDS.badge, values.badge, wrong) : "";
  const own = comes ? values.people.findIndex(({ name }) => cleanLine(name) === contact) : -1;
  const answers = comes ? contactAnswers(values, own, { asked, wrong }) : {};
  const typed = values.people.flatMap((row, i) => personIn(row, i + 1, { asked, wrong, isOwn: i === own }));
  const listed = listedIn(values, wrong);
  const listedErrors = listed.people.flatMap(
    ({ name, badge = "" }) => nameError(name) ?? nameError(badge) ?? [],
  );
  for (const error of new Set(listedErrors)) wrong(FIELDS.delegation, error);
  const named = [...typed, ...listed.people];
  const self = {
    name: contact,
    badge: badge || (named.find((each) => each.name === contact && each.badge)?.badge ?? ""),
    answers,
  };
  const people = comes ? [asNamed(self, asked), ...named.filter(({ name }) => name !== contact)] : named;
  const at = listed.people.length > 0 ? FIELDS.delegation : personField(1, "name");
  if (people.length === 0 && listed.isSound && values.coming === "others") wrong(at, "people-missing");
  if (people.length > LARGEST_BOOKING) wrong(at, "people-too-many", String(people.length));
  return people;
}

interface Row {
  readonly asked: AskedOfPeople;
  readonly wrong: Wrong;
  /** Whether it is that of a contact who comes and is asked elsewhere. */
  readonly isOwn: boolean;
}

/** Whoever stands in a row; nobody where it is empty, or where somebody who is registered is taken off. */
function personIn(row: PersonValues, n: number, { asked, wrong, isOwn }: Row): NamedParticipant[] {
  const said = asked.known === undefined ? [row.badge, ...Object.values(row.answers ?? {})] : [row.badge];
  if (cleanLine(row.name) === "" && said.some((each) => cleanLine(each) !== ""))
    wrong(personField(n, "name"), "person-name-missing");
  const name = checkName(personField(n, "name"), row.name, wrong);
  const badge = checkName(personField(n, "badge"), row.badge, wrong);
  if (name === "") return [];
  const answers = isOwn ? {} : rowAnswers(name, row.answers ?? {}, n, { asked, wrong });
  return [asNamed({ name, badge, answers }, asked)];
}

/** Of an answer that is not sent nothing changes; one that was given can be corrected, and not emptied if it has to be given. */
function rowAnswers(name: string, typed: Answers, n: number, { asked, wrong }: Omit<Row, "isOwn">): Answers {
  const known = asked.known?.find((each) => each.name === name);
  const { answers: former = {} } = known ?? {};
  const sent = asked.questions
    .filter(({ id }) => known === undefined || typed[id] !== undefined)
    .map((each) => ({
      ...each,
      required: each.required && (known === undefined || former[each.id] !== undefined),
    }));
  const others = Object.entries(former).filter(([id]) => sent.every((each) => each.id !== id));
  const kept = Object.fromEntries(others);
  const said = answersTo(sent, typed, wrong, { ...asked.given, ...kept }, (id) => personAnswerField(n, id));
  return { ...kept, ...said };
}

/**
 * What a contact who comes says of themselves: beside the questions of the place. Organisation and address are those of
 * the contact, unless they stand in a row, too.
 */
function contactAnswers(
  values: PeopleValues,
  own: number,
  { asked: { questions, given }, wrong }: Omit<Row, "isOwn">,
): Answers {
  const row = values.people[own]?.answers ?? {};
  const typed = Object.fromEntries(
    questions.map(({ id }) => [id, values.answers?.[id] || row[id] || ""] as const),
  );
  const said = answersTo(
    questions.filter((each) => !isContactsOwn(each)),
    typed,
    wrong,
    given,
  );
  const inRow = answersTo(
    questions.filter(isContactsOwn).map((each) => ({ ...each, required: false })),
    row,
    wrong,
    given,
    (id) => personAnswerField(own + 1, id),
  );
  const isMissing = questions.some(({ field, required }) => required && field === "organisation");
  if (isMissing && cleanLine(values.organisation ?? "") === "" && inRow.organisation === undefined)
    wrong(FIELDS.organisation, "answer-missing");
  return { ...said, ...inRow };
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

/** With answers, empty or not, where something is asked of people at all. */
function asNamed(
  { name, badge, answers }: { name: string; badge: string; answers: Answers },
  { questions }: AskedOfPeople,
): NamedParticipant {
  return {
    name,
    ...(badge !== "" && { badge }),
    ...(questions.length > 0 && { answers: { ...answers } }),
  };
}

/** People of one booking as its own form names them. */
export function checkPeople(
  rows: FormValues["people"],
  asked: AskedOfPeople = NOTHING_ASKED,
): {
  readonly people: NamedParticipant[];
  readonly errors: readonly FieldError[];
} {
  const { errors, wrong } = fieldErrors();
  const values = { people: rows, coming: "others", badge: "", delegation: "", unreadableFile: false };
  const people = peopleOf(values, "", wrong, asked);
  return { people, errors };
}
