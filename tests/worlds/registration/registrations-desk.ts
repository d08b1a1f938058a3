import { bookingChange } from "../../../functions/domain/registration/change.ts";
import { bookingAt } from "../../../functions/domain/registration/registration.ts";
import { accessLog } from "../../../functions/storage/registrations/access-log.ts";
import { guestLists } from "../../../functions/storage/registrations/guest-lists.ts";
import { housekeepingMarks } from "../../../functions/storage/registrations/housekeeping-marks.ts";
import { mailboxes } from "../../../functions/storage/registrations/mailboxes.ts";
import { registrationCounts } from "../../../functions/storage/registrations/registration-counts.ts";
import { change } from "../../../functions/workflows/registration/self-service.ts";
import { checkIn } from "../../../infra/cli/registrations/door-acts.ts";
import type { Given } from "../../../infra/cli/registrations/registrations-options.ts";
import type { Desk } from "../../../infra/cli/registrations/registrations-target.ts";
import { siteDocument } from "../documents/documents.ts";
import type { RegisteringWorld } from "./registering.ts";

export const NOTHING: Given = {
  place: undefined,
  in: undefined,
  why: undefined,
  note: undefined,
  was: undefined,
  text: undefined,
  file: undefined,
  send: false,
  again: false,
  priority: undefined,
  out: undefined,
  for: undefined,
  json: false,
  name: undefined,
  email: undefined,
  phone: undefined,
  organisation: undefined,
  outlet: undefined,
  "press-card": undefined,
  language: undefined,
  person: [],
  badge: [],
  answer: [],
  list: undefined,
  consent: undefined,
  by: undefined,
  "hold-until": undefined,
  remind: undefined,
  until: undefined,
  reason: undefined,
  yes: false,
  all: false,
  paper: undefined,
  separator: undefined,
  stage: undefined,
  state: ".dateline",
  address: undefined,
};
export const BECAUSE = { ...NOTHING, why: "preparing the badges" };
export const SLUG = "world-day-2027";

/** The operator's desk in a world of tests; what need not be explained there has "a reason". */
export function deskIn(world: RegisteringWorld): Desk {
  const log = accessLog(world.client, world.table);
  return {
    registering: world.dependencies,
    counts: registrationCounts(world.client, world.table),
    lists: guestLists(world.client, world.table),
    marks: housekeepingMarks(world.client, world.table),
    doNotInvite: world.dependencies.doNotInvite,
    mailboxes: mailboxes(world.client, world.table),
    log,
    address: "https://newsroom.example.org",
    who: "press@desk",
    zone: "Asia/Almaty",
    now: () => world.instant(),
    say: () => {},
    write: () => {},
    warn: () => {},
    confirmed: async () => undefined,
    events: async () => [world.event],
    event: async () => world.event,
    site: async (language) => siteDocument(language),
    logged: (what, why = "a reason") => log.add({ at: world.instant(), who: "press@desk", why, what }),
  };
}

/** What a guest link does who says that they do not come: somebody of a booking, by name. */
export function saysNotComing(world: RegisteringWorld, id: string, place: string, name: string) {
  return change(world.dependencies, { event: world.event, id }, (registration, { now }) => {
    const booking = bookingAt(registration, place);
    if (!booking) throw new Error(`Nobody is booked at ${place}.`);
    const participants = booking.participants.map((each) =>
      each.name === name ? { ...each, notComing: now } : each,
    );
    return bookingChange(registration, { ...booking, participants }, now);
  });
}

/** What the door says to a code, without the end of its line. */
export async function scanned(desk: Desk, code: string): Promise<string> {
  const said: string[] = [];
  const say = (text: string) => {
    said.push(text);
  };
  try {
    await checkIn({ ...desk, say }, { ...NOTHING, yes: true }, [SLUG, code]);
  } finally {
    process.exitCode = 0;
  }
  return said.join("").trimEnd();
}
