import { LANGUAGES, type Language } from "../../language.ts";
import { LARGEST_BOOKING } from "../participant.ts";

/** Names of the fields of the form. Answers to the event's own questions are `answer-{id}`. */
export const FIELDS = {
  places: "place",
  name: "name",
  email: "email",
  phone: "phone",
  organisation: "organisation",
  outlet: "outlet",
  pressCard: "press-card",
  coming: "coming",
  /** What the contact's own badge shows. */
  badge: "badge",
  delegation: "delegation",
  delegationFile: "delegation-file",
  needs: "needs",
  needsConsent: "needs-consent",
  /** What was typed as needs, sealed, in a page that a browser may keep. */
  needsKept: "needs-kept",
  language: "language",
  agree: "agree",
  /** Token of the form: when it was made, and by whom. */
  form: "form",
  /** Set by the button that is shown where something about the form looked odd. */
  confirmed: "confirmed",
  /** What the second button of a form carries where much came from one network. */
  proof: "proof",
  /** Pressed for more rows of people. */
  more: "more",
  rows: "rows",
  invitation: "invitation",
} as const;

/** Stands for a file with a delegation that cannot be read; one that can becomes the text that could have been pasted. */
export const UNREADABLE = "unreadable";

export const personField = (row: number, what: "name" | "badge"): string => `person-${row}-${what}`;
/** What the badge of somebody who is registered already shall show, by the code of the pass. */
export const badgeField = (pass: string): string => `badge-${pass}`;
/** What a person answers, by the row of the form in which they stand. */
export const personAnswerField = (row: number, question: string): string =>
  `person-${row}-answer-${question}`;
export const answerField = (question: string): string => `answer-${question}`;

/** A field that people do not see and programs fill. Its name means nothing to a password manager. */
export const HONEYPOT = "dl-note-2";

export const FEWEST_ROWS = 3;

/** One row of people, as typed. */
export interface PersonValues {
  readonly name: string;
  readonly badge: string;
  /** By question; none where the form asked nothing of each person. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** Everything as it was typed, so that it can be shown again whatever was wrong with it. */
export interface FormValues {
  readonly places: readonly string[];
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly organisation: string;
  readonly outlet: string;
  readonly pressCard: string;
  /** Whether the contact takes a seat: `self`, `others`, or nothing chosen. */
  readonly coming: string;
  /** What the contact's badge shall show, where it is not the name. */
  readonly badge: string;
  /** Rows of the form, those left empty included. */
  readonly people: readonly PersonValues[];
  /** Names, one a line, or CSV. */
  readonly delegation: string;
  /** Whether a file was chosen that is no list of people. */
  readonly unreadableFile: boolean;
  readonly answers: Readonly<Record<string, string>>;
  readonly needs: string;
  readonly needsConsent: boolean;
  /** What was typed as needs before, sealed; empty where there is none. */
  readonly needsKept: string;
  readonly language: string;
  readonly agree: boolean;
}

/** Fields as a form sends them: each name with all its values. */
export type Fields = Readonly<Record<string, readonly string[]>>;

export const fieldOf = (fields: Fields, name: string): string => fields[name]?.[0] ?? "";

/**
 * A form before anything was typed.
 * @param open ids of the places that one can register for now
 * @param asked ids named by the address: those that are open are chosen; where one place is open, it is
 */
export function emptyForm(
  language: Language,
  open: readonly string[] = [],
  asked: readonly string[] = [],
): FormValues {
  return readForm({
    [FIELDS.language]: [language],
    [FIELDS.coming]: ["self"],
    [FIELDS.places]: open.length === 1 ? open : open.filter((id) => asked.includes(id)),
  });
}

/** What was typed: never refused, never changed. */
export function readForm(fields: Fields): FormValues {
  const value = (name: string) => fieldOf(fields, name);
  const answers = Object.keys(fields)
    .filter((name) => name.startsWith(answerField("")))
    .map((name) => [name.slice(answerField("").length), answerIn(fields[name])]);
  return {
    places: fields[FIELDS.places] ?? [],
    name: value(FIELDS.name),
    email: value(FIELDS.email),
    phone: value(FIELDS.phone),
    organisation: value(FIELDS.organisation),
    outlet: value(FIELDS.outlet),
    pressCard: value(FIELDS.pressCard),
    coming: value(FIELDS.coming),
    badge: value(FIELDS.badge),
    people: peopleIn(fields),
    delegation: value(FIELDS.delegation),
    unreadableFile: value(FIELDS.delegationFile) === UNREADABLE,
    answers: Object.fromEntries(answers),
    needs: value(FIELDS.needs),
    needsConsent: value(FIELDS.needsConsent) !== "",
    needsKept: value(FIELDS.needsKept),
    language: LANGUAGES.find((each) => each === value(FIELDS.language)) ?? "",
    agree: value(FIELDS.agree) !== "",
  };
}

/** Of boxes, those that were ticked, with blanks between them. */
const answerIn = (values: readonly string[] = []): string => values.filter((each) => each !== "").join(" ");

/** Rows up to the last one in which something stands, and as many as the form showed. */
export function peopleIn(fields: Fields): PersonValues[] {
  const answers = personAnswersIn(fields);
  const rows = Array.from({ length: LARGEST_BOOKING }, (_, i) => {
    const said = answers.get(i + 1);
    return {
      name: fieldOf(fields, personField(i + 1, "name")),
      badge: fieldOf(fields, personField(i + 1, "badge")),
      ...(said && { answers: Object.fromEntries(said) }),
    };
  });
  return rows.slice(0, rows.findLastIndex((row) => !isEmptyRow(row)) + 1);
}

export const isEmptyRow = ({ name, badge, answers = {} }: PersonValues): boolean =>
  name === "" && badge === "" && Object.values(answers).every((answer) => answer === "");

/** Answers of people by row and question. */
function personAnswersIn(fields: Fields): ReadonlyMap<number, readonly (readonly [string, string])[]> {
  const rows = new Map<number, (readonly [string, string])[]>();
  for (const [name, values] of Object.entries(fields)) {
    const [, row = "", question = ""] = /^person-(\d{1,2})-answer-(.+)$/.exec(name) ?? [];
    if (question === "") continue;
    const known = rows.get(Number(row)) ?? [];
    known.push([question, answerIn(values)]);
    rows.set(Number(row), known);
  }
  return rows;
}

/** How many rows of people the form shows. */
export function rowsOf(fields: Fields): number {
  const asked = Number.parseInt(fieldOf(fields, FIELDS.rows), 10);
  const more = fieldOf(fields, FIELDS.more) === "" ? 0 : FEWEST_ROWS;
  const shown = Number.isFinite(asked) ? asked + more : FEWEST_ROWS;
  return Math.min(LARGEST_BOOKING, Math.max(FEWEST_ROWS, shown, peopleIn(fields).length));
}
