import { keySigner } from "../../../functions/domain/early/link-signer.ts";
import { addSeconds, type Instant, toInstant } from "../../../functions/domain/instant.ts";
import { approved, declined } from "../../../functions/domain/registration/decisions/approve.ts";
import { checkedIn } from "../../../functions/domain/registration/decisions/check-in.ts";
import { messaged } from "../../../functions/domain/registration/decisions/event-change.ts";
import type { Submission } from "../../../functions/domain/registration/decisions/submit.ts";
import { prioritised } from "../../../functions/domain/registration/decisions/waiting-list.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { passText } from "../../../functions/domain/registration/links/pass.ts";
import { codeOf, tokenText } from "../../../functions/domain/registration/links/token.ts";
import { invitation } from "../../../functions/http/registration/form-token.ts";
import { newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import { registrationEvents } from "../../../functions/storage/newsroom/registration-events.ts";
import { accessLog } from "../../../functions/storage/registrations/access-log.ts";
import { housekeepingMarks } from "../../../functions/storage/registrations/housekeeping-marks.ts";
import { limits } from "../../../functions/storage/registrations/limits.ts";
import { mailboxes } from "../../../functions/storage/registrations/mailboxes.ts";
import { outbox } from "../../../functions/storage/registrations/outbox.ts";
import { deliver } from "../../../functions/workflows/deliver/deliver.ts";
import { housekeep } from "../../../functions/workflows/housekeeping/housekeep.ts";
import { carryOut } from "../../../functions/workflows/registration/carry-out.ts";
import { askForAddress } from "../../../functions/workflows/registration/change-address.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import { cancel, change, verify } from "../../../functions/workflows/registration/self-service.ts";
import { type FrozenStores, newsroomIn, registeringIn } from "../stores.ts";

/** What opens registrations of the frozen state, by the name that the story gives to each. */
export interface FrozenRegistration {
  readonly id: string;
  readonly event: string;
  /** Path of the page of whoever holds the link, without its language. */
  readonly link: string;
  readonly code: string;
  /** Texts of the QR codes on its passes. */
  readonly passes: readonly string[];
  /** The path that verifies another address, where one was asked for. */
  readonly newAddressLink?: string;
}

/** A browser that has submitted a form and waits for the mail. */
export interface FrozenBrowser {
  readonly cookie: string;
  readonly event: string;
  readonly email: string;
}

export interface FrozenPeople {
  readonly registrations: Record<string, FrozenRegistration>;
  readonly browsers: Record<string, FrozenBrowser>;
  /** A form that was opened and not sent yet. */
  readonly form: { readonly path: string; readonly token: string };
  /** The address of the form for invited people. */
  readonly invitation: string;
}

/** A clock that the story moves. */
export interface StoryTime {
  now: number;
}

const uuid = (n: number) => `d03e4f50-6172-4d8e-9f90-${String(n).padStart(12, "0")}`;

/** Where people register, at the time that the clock shows. */
export function peopleIn(stores: FrozenStores, time: StoryTime) {
  const { client } = stores;
  const registering = registeringIn(stores, () => time.now);
  const events = registrationEvents(newsroomReader(client, stores.newsroom));
  const box = outbox(client, stores.registrations, { alone: true });
  const now = (): Instant => toInstant(new Date(time.now));
  const eventOf = async (slug: string): Promise<RegistrationEvent> => {
    const all = await events.all(now());
    const found = all.find((each) => each.slug === slug);
    if (!found) throw new Error(`There is no event ${slug}.`);
    return found;
  };
  const deliverAll = async (registration: string) => {
    let sent = 0;
    await deliver(
      {
        outbox: box,
        registrations: registering.registrations,
        mailboxes: mailboxes(client, stores.registrations),
        limits: limits(client, stores.registrations),
        events,
        site: async () =>
          ({
            name: "Newsroom",
            organisation: "Organisation",
            address: "https://newsroom.example.org",
          }) as never,
        seal: registering.seal,
        send: async () => `message-${++sent}`,
        clock: () => new Date(time.now),
        owner: "frozen-process",
      },
      registration,
    );
  };
  const keep = () =>
    housekeep({
      ...registering,
      events,
      marks: housekeepingMarks(client, stores.registrations),
      outbox: box,
      deliver: deliverAll,
    });
  /** Submits a form. @returns what decisions are about */
  const submit = async (
    event: RegistrationEvent,
    n: number,
    changes: Partial<Omit<Submission, "id">> = {},
  ) => {
    const name = `Person ${n}`;
    const submission: Submission = {
      id: uuid(n),
      language: "en",
      contact: { name, email: `person-${n}@example.org` },
      places: ["hall"],
      people: [{ name }],
      answers: { listening: "en" },
      ...changes,
    };
    const { id } = await register(registering, event, submission);
    time.now += 1_000;
    return { event, id };
  };
  return { registering, events, box, now, eventOf, deliverAll, keep, submit };
}

/** People who register for the meeting in summer, come, and are forgotten after it. */
export async function tellSummer(stores: FrozenStores, time: StoryTime): Promise<void> {
  const { eventOf, submit, registering, keep, now } = peopleIn(stores, time);
  const event = await eventOf("summer-meeting");
  const comes = await submit(event, 1, { answers: { listening: "en", wishes: "Tea, please." } });
  await verify(registering, comes);
  const leaves = await submit(event, 2, { places: ["online"] });
  await verify(registering, leaves);
  await cancel(registering, leaves, []);
  time.now = Date.parse("2026-08-10T05:05:00Z");
  await change(registering, comes, (registration) => {
    const pass = registration.bookings[0]?.participants[0]?.pass ?? "";
    const found = checkedIn(registration, pass, now());
    return found.answer === "admitted" ? found.change : undefined;
  });
  for (const at of ["2026-08-10T06:00:00Z", "2026-08-12T06:00:00Z", "2026-09-12T06:00:00Z"]) {
    time.now = Date.parse(at);
    await keep();
  }
}

/** Housekeeping erases the people of the summer, and counts remain. */
export async function tellErased(stores: FrozenStores, time: StoryTime): Promise<void> {
  await peopleIn(stores, time).keep();
}

/** A registration in every state that there is, for the meeting of the autumn; ends at the time of the freeze. */
export async function tellAutumn(
  stores: FrozenStores,
  time: StoryTime,
  frozenAt: Instant,
): Promise<FrozenPeople> {
  const { eventOf, submit, registering, keep, now, box, deliverAll } = peopleIn(stores, time);
  const { client, registrations: table } = stores;
  const event = await eventOf("autumn-meeting");
  const named: Record<string, { event: RegistrationEvent; id: string }> = {};
  const wanted = { contact: { name: "Aigul Serik", email: "aigul@example.org", phone: "+7 727 000 00 00" } };

  named.cancelled = await submit(event, 10, { ...wanted, needs: "A seat near the door." });
  await verify(registering, named.cancelled);
  named.delegation = await submit(event, 11, {
    language: "ru",
    contact: { name: "Дана Бек", email: "dana@example.org", organisation: "Агентство" },
    people: [{ name: "Дана Бек", badge: "Dana Bek" }, { name: "Арман Ким" }],
    answers: { listening: "ru", wishes: "Вопрос о защите." },
  });
  await verify(registering, named.delegation);
  named.offered = await submit(event, 12, { language: "kk" });
  await verify(registering, named.offered);
  named.accepted = await submit(event, 13, { places: ["press"], contact: pressContact(13) });
  await verify(registering, named.accepted);
  await change(registering, named.accepted, (each, decided) =>
    approved(each, { place: "press", note: "Welcome." }, decided),
  );
  named.declined = await submit(event, 14, { places: ["press"], contact: pressContact(14) });
  await verify(registering, named.declined);
  await change(registering, named.declined, (each, decided) =>
    declined(each, { place: "press", note: "The seats are few." }, decided),
  );
  named.pending = await submit(event, 15, { places: ["press", "online"], contact: pressContact(15) });
  await verify(registering, named.pending);
  named.waitlisted = await submit(event, 16, { people: [{ name: "Person 16" }, { name: "Guest of 16" }] });
  await verify(registering, named.waitlisted);
  await change(registering, named.waitlisted, (each, decided) =>
    prioritised(each, { place: "hall", priority: 7 }, decided),
  );
  named.expired = await submit(event, 17, { places: ["online"] });
  named.online = await submit(event, 18, { places: ["online"] });
  await verify(registering, named.online);
  await carryOut(registering, named.online, (each, decided) =>
    messaged(each, { place: "online", note: "The link works from nine o'clock." }, decided),
  );
  await mailboxes(client, table).refuse("person-16@example.org", { reason: "bounce", at: now() });
  await keep();
  await change(registering, named.delegation, (each) => {
    const pass = each.bookings[0]?.participants[0]?.pass ?? "";
    const found = checkedIn(each, pass, now());
    return found.answer === "admitted" ? found.change : undefined;
  });

  // Fourteen days before the meeting: all who are confirmed are reminded, what was not verified has run out.
  time.now = Date.parse("2026-11-27T05:00:00Z");
  await keep();
  time.now = Date.parse(addSeconds(frozenAt, -3 * 3600));
  await keep();
  named["address-asked"] = await submit(event, 19, { places: ["online"] });
  await verify(registering, named["address-asked"]);
  await askForAddress(registering, named["address-asked"], "new-19@example.org");
  named["unverified-waiting"] = await submit(event, 20);
  named.unverified = await submit(event, 21, { places: ["online"] });
  await cancel(registering, named.cancelled, []); // whoever waits next is offered the seat
  for (const { id } of Object.values(named)) await deliverAll(id);

  time.now = Date.parse(addSeconds(frozenAt, -600));
  const site = newsroomIn(stores, () => time.now);
  const signer = keySigner(stores.keys.link);
  const opensInvited = await invitation(signer, event.id, "invited");
  const invited = `/en/register/autumn-meeting?invitation=${opensInvited}`;
  const path = "/en/register/autumn-meeting";
  const browsers: Record<string, FrozenBrowser> = {};
  const sendForm = async (from: string, fields: Record<string, string>) => {
    const token = formTokenIn(await (await site.ask(from)).text());
    time.now += 20_000;
    const body = new URLSearchParams({
      form: token,
      name: "Person of a form",
      coming: "self",
      language: "en",
      agree: "yes",
      ...fields,
    });
    const answer = await site.ask(from, { method: "POST", body });
    if (answer.status !== 303) throw new Error(`The form at ${from} was answered ${answer.status}.`);
    const cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    return { cookie, event: event.slug, email: fields.email ?? "" };
  };
  const seen = new Set<string>();
  for await (const { id } of registering.registrations.all(event.id)) seen.add(id);
  browsers.fresh = await sendForm(path, { place: "online", email: "fresh@example.org" });
  browsers.invited = await sendForm(invited, {
    place: "invited",
    email: "guest@example.org",
    invitation: opensInvited,
  });
  browsers.duplicate = await sendForm(path, { place: "online", email: "person-18@example.org" });
  for await (const { id, contact } of registering.registrations.all(event.id))
    if (!seen.has(id)) named[contact.email === "guest@example.org" ? "invited" : "fresh"] = { event, id };
  await site.ask(`${path}/sent`, {
    method: "POST",
    body: new URLSearchParams({ code: "000000" }),
    headers: { Cookie: browsers.fresh.cookie },
  });
  const form = { path, token: formTokenIn(await (await site.ask(path)).text()) };

  const [waiting] = await box.waitingOf(named.invited?.id ?? "");
  if (!waiting) throw new Error("There is no mail to claim.");
  time.now = Date.parse(frozenAt);
  await box.claim(waiting.mail, "frozen-process", now());
  const log = accessLog(client, table);
  await log.add({ at: now(), who: "press@desk", why: "badges", what: "list autumn-meeting" });
  await log.grant(event.id, "Library", {
    at: now(),
    who: "press@desk",
    why: "they open the door",
    what: "grant autumn-meeting to Library",
  });
  const opens: Record<string, FrozenRegistration> = {};
  for (const [name, of] of Object.entries(named)) opens[name] = await opening(stores, time, of);
  return { registrations: opens, browsers, form, invitation: invited };
}

async function opening(
  stores: FrozenStores,
  time: StoryTime,
  { event, id }: { event: RegistrationEvent; id: string },
): Promise<FrozenRegistration> {
  const { registrations, seal } = registeringIn(stores, () => time.now);
  const registration = await registrations.registration(event.id, id);
  if (!registration) throw new Error(`There is no registration ${id}.`);
  const secret = await seal.open(registration.token.sealed, id);
  const changing =
    registration.addressChange && (await seal.open(registration.addressChange.token.sealed, id));
  const link = (opened: string) =>
    `/registration/${tokenText({ event: event.id, registration: id, secret: opened })}`;
  return {
    id,
    event: event.slug,
    link: link(secret),
    code: codeOf(secret),
    passes: registration.bookings.flatMap(({ participants }) =>
      participants.flatMap(({ pass }) => (pass ? [passText({ registration: id, pass })] : [])),
    ),
    ...(changing !== undefined && { newAddressLink: link(changing) }),
  };
}

const pressContact = (n: number) => ({
  name: `Person ${n}`,
  email: `person-${n}@example.org`,
  outlet: "Agency Example",
  pressCard: `KZ-${n}`,
});

function formTokenIn(html: string): string {
  const token = /name="form" value="([^"]+)"/.exec(html)?.[1];
  if (!token) throw new Error("The page has no form.");
  return token;
}
