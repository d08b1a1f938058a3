import { addSeconds, type Instant } from "../../../functions/domain/instant.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import type { InvitationAsked } from "../../../functions/domain/registration/decisions/invite.ts";
import { eventWords, type RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { type GuestList, listDates } from "../../../functions/domain/registration/guest-list.ts";
import { invitedId, listId } from "../../../functions/domain/registration/invitation.ts";
import { eraseAt, isClaimed } from "../../../functions/domain/registration/registration.ts";
import { freeSeats } from "../../../functions/domain/registration/seats.ts";
import { moment } from "../../../functions/rendering/format/dates.ts";
import { instantOf } from "../../../functions/workflows/content/read/local-time.ts";
import { holderOf } from "../../../functions/workflows/registration/address-locks.ts";
import { invite, withdrawInvitation } from "../../../functions/workflows/registration/invitations.ts";
import { sweepForPerson } from "../../../functions/workflows/registration/promote.ts";
import { counted } from "./counted.ts";
import { languageIn } from "./desk-options.ts";
import { guestsIn } from "./guest-list-file.ts";
import type { Given } from "./registrations-options.ts";
import type { Desk } from "./registrations-target.ts";

/** How long it is known of a list, without anybody of it, after everything of the event was erased. */
const KNOWN_SECONDS = 7 * 86_400;

const REGISTERED = "is registered already.";
const NOT_AGAIN = "asked not to be invited.";

/** Asks everyone of a list to come. Whoever it has asked before is not asked again. */
export async function inviteList(desk: Desk, values: Given, [name = ""]: readonly string[]): Promise<string> {
  const event = await desk.event(name);
  const guests = await guestsIn(values.list ?? "");
  const lists = await desk.lists.of(event.id);
  const list = await listOf(desk, event, values, lists);
  const { place } = list;
  await desk.logged(`invite ${event.slug} ${place} list ${list.id}`);
  const asked = new Map(guests.map((guest) => [invitedId(event.id, place, guest.contact.email), guest]));
  const known = new Set(lists.flatMap(({ invited }) => invited));
  const unnoted: string[] = []; // asked by a run that was killed before it noted so
  const isNew = async (id: string) => {
    if (known.has(id)) return false;
    const before = await desk.registering.registrations.registration(event.id, id);
    if (before?.bookings.some(({ invitation }) => invitation?.list === list.id)) unnoted.push(id);
    return !before;
  };
  const fresh: string[] = [];
  const left: string[] = [];
  for (const [id, { contact }] of asked) {
    if (!(await isNew(id))) continue;
    const holder = await holderOf(desk.registering, event, contact.email);
    if (holder && isClaimed(holder, desk.now())) left.push(`${contact.name}: ${REGISTERED}`);
    else if (await desk.doNotInvite.until(contact.email, desk.now()))
      left.push(`${contact.name}: ${NOT_AGAIN}`);
    else fresh.push(id);
  }
  await requireSeats(desk, event, place, fresh.length);
  const held = moment(list.holdUntil, event.zone, "en");
  const before = asked.size - fresh.length - left.length;
  if (fresh.length > 0 && !values.yes) {
    const question = `Invite ${counted(fresh.length, "guest")} to ${place}, with seats held until ${held}?`;
    if ((await desk.confirmed(question)) === false) return "Nobody was invited.\n";
  }
  const ends = addSeconds(eraseAt(event.end, event.keepDays), KNOWN_SECONDS);
  await desk.lists.put(list, ends); // before anybody is asked: whoever is has an end from the first moment
  const language = languageIn(values) ?? eventWords(event, event.source).language;
  const { id: of, by, source, holdUntil } = list;
  const invited: string[] = [];
  for (const id of fresh) {
    const guest = asked.get(id);
    if (!guest) continue;
    const invitation = { list: of, by, source };
    const one = { id, place, language, ...guest, holdUntil, invitation };
    const problem = await askOne(desk, event, one);
    if (problem === undefined) invited.push(id);
    else left.push(`${guest.contact.name}: ${problem}`);
  }
  await desk.lists.put({ ...list, invited: [...new Set([...list.invited, ...unnoted, ...invited])] }, ends);

  const twice = guests.length - asked.size;
  if (left.length > 0) process.exitCode = 1;
  return [
    `Invited: ${counted(invited.length, "guest")} to ${place}. Seats are held until ${held}; whoever has not answered is reminded on ${moment(list.remindAt, event.zone, "en")}.`,
    `The list is ${of}, and ends on ${moment(list.until, event.zone, "en")}.`,
    ...(before > 0 ? [`Asked before, and not again: ${counted(before, "guest")}.`] : []),
    ...(twice > 0 ? [`Twice on the list, and asked once: ${counted(twice, "guest")}.`] : []),
    ...left.map((each) => `Not invited: ${each}`),
    "",
  ].join("\n");
}

/** @returns why somebody was not asked; undefined where they were */
async function askOne(
  desk: Desk,
  event: RegistrationEvent,
  one: InvitationAsked,
): Promise<string | undefined> {
  try {
    await invite(desk.registering, event, one);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal) || !["address-taken", "place-full"].includes(error.code)) throw error;
    return error.code === "place-full" ? "there is no seat left." : REGISTERED;
  }
}

/** The list as it is to be: that of the same place and source goes on, with its dates as long as they lie ahead. */
async function listOf(
  desk: Desk,
  event: RegistrationEvent,
  values: Given,
  lists: readonly GuestList[],
): Promise<GuestList> {
  const now = desk.now();
  const place = values.place ?? "";
  const source = values.consent?.trim() ?? "";
  const id = listId(event.id, place, source);
  const former = lists.find((each) => each.id === id);
  const ahead = (at: Instant | undefined) => (at !== undefined && at > now ? at : undefined);
  const dates = listDates(
    {
      holdUntil: timeIn("hold-until", values["hold-until"], event.zone) ?? ahead(former?.holdUntil),
      remindAt: timeIn("remind", values.remind, event.zone) ?? ahead(former?.remindAt),
      until: timeIn("until", values.until, event.zone) ?? ahead(former?.until),
    },
    place,
    { event, now },
  );
  const by = values.by?.trim() || former?.by || (await desk.site(event.source)).organisation;
  const createdAt = former?.createdAt ?? now;
  return { id, event: event.id, place, by, source, createdAt, ...dates, invited: former?.invited ?? [] };
}

/** A time on the clock of the event; a day alone is its end, or its morning for a reminder. @throws Refusal `option-invalid` */
function timeIn(option: string, given: string | undefined, zone: string): Instant | undefined {
  if (given === undefined) return undefined;
  const text = given.trim();
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const instant = instantOf(isDay ? `${text}T${option === "remind" ? "09:00" : "23:59:59"}` : text, zone);
  if (typeof instant === "string") return instant;
  throw new Refusal("option-invalid", 400, `--${option}: ${instant.problem}.`, `Give ${instant.expected}.`);
}

/** A list that does not fit is not sent in part: who is asked would depend on the order of its lines. */
async function requireSeats(desk: Desk, event: RegistrationEvent, place: string, n: number): Promise<void> {
  await sweepForPerson(desk.registering, event, [place]);
  const row = (await desk.registering.registrations.seats(event.id, [place])).get(place);
  const free = row && row.waiting === 0 ? freeSeats(row) : 0;
  if (n <= free) return;
  throw new Refusal(
    "place-full",
    409,
    `${place} has ${counted(free, "seat")} to be held, and ${counted(n, "guest")} would be invited${row && row.waiting > 0 ? "; others wait there" : ""}.`,
    "Nobody was invited. Shorten the list, or give the place more seats and publish the event.",
    { field: "list" },
  );
}

/** Takes back what nobody has answered: of one invitation, or of a whole list. Nobody is written to. */
export async function uninvite(
  desk: Desk,
  _: Given,
  [name = "", id = ""]: readonly string[],
): Promise<string> {
  const event = await desk.event(name);
  const { registrations } = desk.registering;
  const list = (await desk.lists.of(event.id)).find((each) => each.id === id);
  await desk.logged(`uninvite ${event.slug} ${id}`);
  let taken = 0;
  let answered = 0;
  const takeBack = async (of: string, from: string) => {
    const { changed } = await withdrawInvitation(desk.registering, { event, id: of }, from);
    if (changed) taken++;
    else answered++;
  };
  if (list) {
    for await (const { id: of, bookings } of registrations.all(event.id))
      if (bookings.some(({ invitation }) => invitation?.list === list.id)) await takeBack(of, list.id);
  } else {
    const registration = await registrations.registration(event.id, id.toLowerCase());
    const invitation = registration?.bookings.find((each) => each.invitation)?.invitation;
    if (!registration || !invitation)
      throw new Refusal(
        "registration-unknown",
        404,
        `There is no list and no invitation ${id} for ${event.slug}.`,
        "`npm run registrations -- invitations EVENT --json --why …` shows their ids.",
      );
    await takeBack(registration.id, invitation.list);
  }
  const rest = answered === 0 ? "" : ` Answered or taken back before, and as it was: ${answered}.`;
  return `Taken back: ${counted(taken, "invitation")}; the seats are free, and nobody is written to.${rest}\n`;
}
