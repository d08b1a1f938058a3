import { LANGUAGES } from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import type { Values } from "../console/command-definition.ts";
import { TARGET_OPTIONS } from "../target/target-options.ts";

export const REGISTRATIONS_OPTIONS = {
  place: { type: "string", value: "PLACE", help: "Only this place, by its id in event.yaml" },
  in: { type: "string", value: "STATE", help: "list, export: only bookings in this state" },
  why: {
    type: "string",
    value: "REASON",
    help: "Why you read what is known of people; it is kept in the log",
  },
  note: {
    type: "string",
    value: "TEXT",
    help: "approve, decline, edit, move: what the person is told in the email",
  },
  was: {
    type: "string",
    value: "STATE",
    help: "approve, decline: the state that you decide about, pending or waitlisted unless named; edit, move: the same, as it is when the command begins unless named",
  },
  name: { type: "string", value: "NAME", help: "add, edit: what the contact is called" },
  email: {
    type: "string",
    value: "ADDRESS",
    help: "add: where emails go; without one the pass is written to --out",
  },
  phone: { type: "string", value: "NUMBER", help: "add, edit: telephone of the contact" },
  organisation: { type: "string", value: "NAME", help: "add, edit: for whom the contact comes" },
  outlet: { type: "string", value: "NAME", help: "add, edit: of a journalist" },
  "press-card": { type: "string", value: "NUMBER", help: "add, edit: of a journalist" },
  language: {
    type: "string",
    value: "LANGUAGE",
    help: `add, edit, invite: of emails and passes: ${LANGUAGES.join(", ")}`,
  },
  person: {
    type: "string",
    multiple: true,
    value: "NAME",
    help: "add: who comes, the contact unless named; move: who moves, all unless named; edit: FORMER=NAME",
  },
  badge: {
    type: "string",
    multiple: true,
    value: "NAME=BADGE",
    help: "add, edit: what the badge shows instead of a name; nothing after = shows the name again",
  },
  answer: {
    type: "string",
    multiple: true,
    value: "NAME: QUESTION=ANSWER",
    help: "add, edit: what a person answers to what is asked of each, such as position; nothing after = takes it out",
  },
  reason: {
    type: "string",
    value: "TEXT",
    help: "add, move: gives seats beyond the capacity, or before those who wait, and why; it is kept in the log",
  },
  again: { type: "boolean", help: "add: another person of the same name, without an address as well" },
  yes: {
    type: "boolean",
    help: "check-in: before the day of the event, too, without asking; invite: asks nothing at the terminal",
  },
  list: { type: "string", value: "FILE", help: "invite: people with addresses, as CSV, XLSX or DOCX" },
  consent: {
    type: "string",
    value: "TEXT",
    help: "invite: where the list comes from and what its people agreed to; the email says so",
  },
  by: {
    type: "string",
    value: "NAME",
    help: "invite: who invites, the organisation of the site unless named",
  },
  "hold-until": {
    type: "string",
    value: "TIME",
    help: "invite: until when seats are held, until registration closes unless named",
  },
  remind: {
    type: "string",
    value: "TIME",
    help: "invite: when those are reminded who have not answered, half way to that unless named",
  },
  until: {
    type: "string",
    value: "TIME",
    help: "invite: when everyone of the list is erased who does not come, with all of the event unless named",
  },
  text: { type: "string", value: "TEXT", help: "message: what everyone at the place is told" },
  file: { type: "string", value: "FILE", help: "message: a text file with it" },
  send: { type: "boolean", help: "message: really sends; without it, says to how many" },
  priority: { type: "string", value: "0-9", help: "priority: 0 is offered seats first, 5 is usual" },
  out: {
    type: "string",
    value: "FILE",
    help: "export, door: where it is written, standard output unless named; add: where the pass is written",
  },
  paper: {
    type: "string",
    value: "a4|a6",
    help: "badges: a4, eight labels a page, unless named; a6, one a page",
  },
  all: { type: "boolean", help: "badges: also of those who said that they do not come" },
  separator: {
    type: "string",
    value: ",|;|tab",
    help: 'export, invitations: what stands between cells: "," unless named; ";" for Excel set to Russian or Kazakh, which would show everything in one column',
  },
  for: { type: "string", value: "NAME", help: "export: for a co-organiser, who gets counts unless granted" },
  json: { type: "boolean", help: "list, counts: as JSON" },
  ...TARGET_OPTIONS,
} as const;
export type Given = Values<typeof REGISTRATIONS_OPTIONS>;

/** @returns the reason without blanks around it @throws Refusal `why-missing` */
export function requiredWhy(why: string | undefined): string {
  const reason = why?.trim() ?? "";
  if (reason !== "") return reason;
  throw new Refusal(
    "why-missing",
    400,
    "What is known of people is read for a reason.",
    'Give it: --why "preparing the badges".',
  );
}
