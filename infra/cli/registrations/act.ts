import { Refusal } from "../../../functions/domain/refusal.ts";
import { isMailAddress } from "../../../functions/domain/registration/address.ts";
import { BOOKING_STATES } from "../../../functions/domain/registration/booking.ts";
import { didYouMean } from "../console/did-you-mean.ts";
import { TARGET_OPTIONS } from "../target/target-options.ts";
import { judgeAdd, judgeBadges, judgeCsv, judgeEdit, languageIn, mailKind } from "./desk-options.ts";
import { judgeInvite } from "./invite-options.ts";
import { type Given, REGISTRATIONS_OPTIONS, requiredWhy } from "./registrations-options.ts";

type Option = Exclude<keyof Given, keyof typeof TARGET_OPTIONS>;

/** One of the acts of `npm run registrations`, as far as its arguments go. */
export interface Act {
  /** What is named after the act. */
  readonly names: string;
  readonly least: number;
  readonly most: number;
  /** Options that mean something to it, beside those that say which newsroom. */
  readonly takes: readonly Option[];
  /** What it does, for `--help`. */
  readonly help: string;
  /** Whole lines as one types them, for its own `--help`. */
  readonly examples?: readonly string[];
  /** Judges options further, before anything is opened. @throws Refusal `option-invalid`, `why-missing` */
  readonly judge?: (values: Given, names: readonly string[]) => void;
}

const CONTACT_OPTIONS = ["name", "phone", "organisation", "outlet", "press-card"] as const;
const OF_PEOPLE = ["person", "badge", "answer"] as const;
const oneEvent = { names: "EVENT", least: 1, most: 1 } as const;
const one = { names: "EVENT ID", least: 2, most: 2 } as const;
const withReason = (values: Given): void => void requiredWhy(values.why);

/** @throws Refusal `option-invalid` */
export function requireKnownState(state: string | undefined, option: "in" | "was" = "in"): void {
  if (state === undefined || BOOKING_STATES.some((each) => each === state)) return;
  throw invalid(`--${option}: there is no state ${state}.`, `The states are ${BOOKING_STATES.join(", ")}.`);
}

/** Every act, in the order of `--help`. */
export const ACTS = {
  counts: { ...oneEvent, takes: ["json"], help: "Seats and bookings of each place" },
  list: {
    ...oneEvent,
    takes: ["place", "in", "why", "json"],
    help: "Who registered",
    judge: (values) => {
      requireKnownState(values.in);
      withReason(values);
    },
  },
  export: {
    ...oneEvent,
    takes: ["place", "in", "why", "out", "separator", "for"],
    help: "The same as CSV, for a spreadsheet",
    examples: [
      'npm run registrations -- export world-day-2027 --separator ";" --out people.csv --why "for the hall"',
    ],
    judge: (values) => {
      judgeCsv(values);
      requireKnownState(values.in);
      if (values.for === undefined) withReason(values); // a co-organiser may get counts, which need none
    },
  },
  needs: { ...oneEvent, takes: ["why"], help: "What people need in order to take part", judge: withReason },
  door: {
    ...oneEvent,
    takes: ["place", "why", "out"],
    help: "The list for the door, to be printed",
    judge: withReason,
  },
  badges: {
    ...oneEvent,
    takes: ["place", "paper", "all", "out", "why"],
    help: "Badges of everyone confirmed who has not said that they do not come, to print: name, organisation, QR code",
    examples: [
      'npm run registrations -- badges world-day-2027 --paper a6 --out badges.pdf --why "preparing the badges"',
    ],
    judge: (values) => {
      withReason(values);
      judgeBadges(values, { isTerminal: process.stdout.isTTY, env: process.env });
    },
  },
  approve: {
    ...one,
    takes: ["place", "note", "was", "why"],
    help: "Approves a registration; an email says so",
    judge: ({ was }) => requireKnownState(was, "was"),
  },
  decline: {
    ...one,
    takes: ["place", "note", "was", "why"],
    help: "Declines a registration; an email says so",
    judge: ({ was }) => requireKnownState(was, "was"),
  },
  priority: {
    ...one,
    takes: ["place", "priority"],
    help: "Moves a booking on the waiting list",
    judge: ({ priority }) => {
      if (!/^\d$/.test(priority ?? ""))
        throw invalid("--priority: give a digit.", "0 comes first, 5 is usual, 9 is last.");
    },
  },
  edit: {
    ...one,
    takes: [...CONTACT_OPTIONS, ...OF_PEOPLE, "language", "place", "was", "note", "why"],
    help: "Corrects what is known of a contact, names and badges; whoever has a new pass is told by email",
    examples: [
      'npm run registrations -- edit world-day-2027 ID --phone "+7 701 000 00 00" --why "as told by telephone"',
      'npm run registrations -- edit world-day-2027 ID --person "Dana Serikova=Dana Serik" --why "as in the papers"',
    ],
    judge: (values) => {
      withReason(values);
      requireKnownState(values.was, "was");
      judgeEdit(values);
    },
  },
  add: {
    names: "EVENT PLACE",
    least: 2,
    most: 2,
    takes: [...CONTACT_OPTIONS, ...OF_PEOPLE, "email", "language", "reason", "again", "out", "why"],
    help: "Registers someone at the door or by telephone, confirmed at once: told by email, or the pass is written to a file",
    examples: [
      'npm run registrations -- add world-day-2027 hall --name "Dana Serik" --out pass.html --why "came to the door"',
      'npm run registrations -- add world-day-2027 hall --name "Dana Serik" --email dana@example.org --reason "sent by the ministry" --why "by telephone"',
    ],
    judge: (values) => {
      withReason(values);
      judgeAdd(values);
    },
  },
  move: {
    names: "EVENT ID PLACE",
    least: 3,
    most: 3,
    takes: ["place", "person", "was", "note", "reason", "why"],
    help: "Moves a booking to another place, all of its people or those named with --person; an email says so",
    examples: [
      'npm run registrations -- move world-day-2027 ID hall --place press --why "asked for by telephone"',
    ],
    judge: (values) => {
      withReason(values);
      requireKnownState(values.was, "was");
    },
  },
  preview: {
    names: "EVENT KIND",
    least: 2,
    most: 2,
    takes: ["language", "place", "note", "out"],
    help: "An email as somebody would get it, with the event's own words; nothing is sent",
    examples: ["npm run registrations -- preview world-day-2027 confirmed --language kk --out mail.html"],
    judge: (values, [, kind = ""]) => {
      languageIn(values);
      mailKind(kind);
    },
  },
  message: {
    ...oneEvent,
    takes: ["place", "text", "file", "send"],
    help: "Writes to everyone confirmed at a place",
    judge: ({ place, text, file }) => {
      if (place === undefined || (file === undefined && !text?.trim()))
        throw invalid("Say to whom and what.", "Give --place PLACE, and --text TEXT or --file FILE.");
    },
  },
  "check-in": {
    names: "EVENT [CODE…]",
    least: 1,
    most: Number.POSITIVE_INFINITY,
    takes: ["why", "yes"],
    help: "Admits the holders of passes: those named, or line by line what a scanner types; a used pass is a NO",
  },
  undo: {
    names: "EVENT CODE…",
    least: 2,
    most: Number.POSITIVE_INFINITY,
    takes: ["why"],
    help: "Takes a check-in back: the pass is as it was before",
    examples: ['npm run registrations -- undo world-day-2027 7QK2M8ZC4D --why "scanned by mistake"'],
    judge: withReason,
  },
  invite: {
    names: "EVENT [PLACE]",
    least: 1,
    most: 2,
    takes: ["list", "place", "consent", "by", "hold-until", "remind", "until", "language", "yes", "why"],
    help: "An email with a link of their own to each person of --list: yes, no, somebody else; without a list, a link for PLACE, which is not listed: whoever has it can register there",
    examples: [
      'npm run registrations -- invite world-day-2027 --list people.csv --place hall --consent "You asked for invitations in 2026" --hold-until 2027-07-20 --why "guests of the opening"',
      "npm run registrations -- invite world-day-2027 briefing",
    ],
    judge: judgeInvite,
  },
  invitations: {
    ...oneEvent,
    takes: ["place", "why", "out", "separator", "json"],
    help: "Who was invited by lists, with answers, as CSV",
    judge: (values) => {
      judgeCsv(values);
      withReason(values);
    },
  },
  uninvite: {
    names: "EVENT ID",
    least: 2,
    most: 2,
    takes: ["why"],
    help: "Takes back invitations that nobody has answered: one, or a whole list by its id; nobody is written to",
    judge: withReason,
  },
  grant: {
    names: "EVENT NAME",
    least: 2,
    most: 2,
    takes: ["why"],
    help: "Lets a co-organiser have names",
    judge: withReason,
  },
  "take-back": { names: "EVENT NAME", least: 2, most: 2, takes: ["why"], help: "Takes that back" },
  erase: {
    names: "ADDRESS",
    least: 1,
    most: 1,
    takes: ["why"],
    help: "Erases everything that is known of an email address",
    judge: (values, [address = ""]) => {
      if (!isMailAddress(address)) throw invalid(`${address} is no email address.`, "Give the person's.");
      withReason(values);
    },
  },
  retention: { names: "", least: 0, most: 0, takes: [], help: "Erases what has reached its time, now" },
  log: { names: "", least: 0, most: 0, takes: [], help: "Who read what of people, and why" },
} satisfies Readonly<Record<string, Act>>;
export type ActName = keyof typeof ACTS;

const isAct = (verb: string): verb is ActName => Object.hasOwn(ACTS, verb);

/**
 * The act that is asked for, with arguments that it can work on.
 * @throws Refusal `option-invalid`, `why-missing`
 */
export function actIn(verb: string | undefined, names: readonly string[], values: Given): ActName {
  if (verb === undefined || !isAct(verb))
    throw invalid(
      verb === undefined ? "Nothing was asked for." : `There is no \`${verb}\`.`,
      `${didYouMean(verb, Object.keys(ACTS))}Give one of ${Object.keys(ACTS).join(", ")}; \`npm run registrations -- --help\` explains each.`,
    );
  const act: Act = ACTS[verb];
  if (names.length < act.least || names.length > act.most)
    throw invalid(
      `${verb} takes ${act.names === "" ? "nothing after it" : act.names}.`,
      `\`npm run registrations -- ${verb} --help\` explains it.`,
    );
  requireTaken(verb, act, values);
  act.judge?.(values, names);
  return verb;
}

/** What `--help` shows of one act: its own options alone. */
export function actPage(verb: string | undefined) {
  if (verb === undefined || !isAct(verb)) return undefined;
  const { names, help, takes, examples = [] }: Act = ACTS[verb];
  const known: readonly string[] = [...takes, ...Object.keys(TARGET_OPTIONS)];
  const options = Object.entries(REGISTRATIONS_OPTIONS).filter(([name]) => known.includes(name));
  return {
    name: "npm run registrations",
    summary: `${help}.`,
    positionals: `${verb} ${names}`.trim(),
    options: Object.fromEntries(options),
    examples,
  };
}

/**
 * An option that an act ignores would promise what does not happen.
 * @throws Refusal `option-invalid`
 */
export function requireTaken(verb: string, { takes }: Pick<Act, "takes">, values: Given): void {
  const known: readonly string[] = [...takes, ...Object.keys(TARGET_OPTIONS)];
  const [stray] = Object.entries(values).flatMap(([name, value]) =>
    isGiven(value) && !known.includes(name) ? [name] : [],
  );
  if (stray === undefined) return;
  throw invalid(
    `${verb} takes no --${stray}.`,
    takes.length === 0 ? "It takes no options." : `It takes ${takes.map((each) => `--${each}`).join(", ")}.`,
  );
}

const isGiven = (value: Given[keyof Given]): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;

function invalid(message: string, help: string): Refusal {
  return new Refusal("option-invalid", 400, message, help);
}
