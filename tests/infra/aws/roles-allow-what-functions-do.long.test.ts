import type { Template } from "aws-cdk-lib/assertions";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addSeconds, type Instant } from "../../../functions/domain/instant.ts";
import { BLACKLISTED } from "../../worlds/aws/aws-stand-in.ts";
import {
  DEPLOYED_FUNCTIONS,
  type DeployedFunction,
  type DeployedRegistration,
  deployedRegistration,
} from "../../worlds/aws/deployed-registration.ts";
import { idle, refused, tableStatements } from "../../worlds/aws/role-policies.ts";
import { stackTemplate } from "../../worlds/aws/stack.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";

const ROLES: Readonly<Record<DeployedFunction, RegExp>> = {
  register: /RegisterRole/,
  deliver: /DeliverRole/,
  housekeep: /HousekeepingRole/,
  "mail-feedback": /FeedbackRole/,
  "mail-replies": /RepliesRole/,
};
const DAY = 86_400;
const PLACES = [placeOf("hall", { capacity: 1 }), placeOf("online", { mode: "online", capacity: 20 })];
const EVENT = eventOf(PLACES, {
  questions: [{ id: "diet", keepDays: 10, required: false, kind: "text", places: [], options: [] }],
  organisers: [{ email: "desk@example.org", language: "en" }],
});
const aWeekLater = (instant: Instant) => addSeconds(instant, 7 * DAY);
/** A week later, so that everything that has an end has another one. */
const MOVED = {
  ...EVENT,
  start: aWeekLater(EVENT.start),
  end: aWeekLater(EVENT.end),
  places: EVENT.places.map((place) => ({
    ...place,
    begins: aWeekLater(place.begins),
    ends: aWeekLater(place.ends),
  })),
};

let template: Template;
let world: DeployedRegistration;

beforeAll(async () => {
  template = stackTemplate({ stage: "prod", mailReplies: "calendar@replies.example.org" });
  world = await deployedRegistration(EVENT);
  await live(world);
});
afterAll(() => {
  world.stop();
});

/** A small life of registrations for an event, from the first to the last that is known of anyone. */
async function live({ submit, after, press, typeCode, stream, loseStream, ...at }: DeployedRegistration) {
  // Whoever comes first has the only seat; others wait, verify by code, mistype an address or take someone else's.
  await submit("aigul@example.org", "hall", {
    "answer-diet": "none",
    needs: "A ramp",
    "needs-consent": "yes",
  });
  await stream();
  await press("aigul@example.org", "verify");
  const baurzhan = await submit("baurzhan@example.org", "hall", { language: "kk" });
  await stream();
  await typeCode(baurzhan, "baurzhan@example.org");
  at.pass(180);
  const dana = await submit("aigul@example.org", "hall");
  at.pass(180);
  await after(dana, "/address", { email: "dana@example.org" });
  const erlan = await submit("erlan@exmaple.org", "online", { language: "ru" });
  at.pass(180);
  const corrected = await after(erlan, "/address", { email: "erlan@example.org" });
  at.pass(180);
  await after(corrected, "/resend");
  await stream();

  // They change who comes, where they are written to, and whether they come at all.
  await press("dana@example.org", "verify");
  await press("erlan@example.org", "verify");
  await press("erlan@example.org", "people", { place: "online", "person-1-name": "E", "person-2-name": "F" });
  await press("erlan@example.org", "add-place", { place: "hall", "person-1-name": "Erlan" });
  await press("erlan@example.org", "address", { email: "erlan.new@example.org" });
  await stream();
  await press("erlan.new@example.org", "verify");
  at.pass(180);
  await at.answer("erlan.new@example.org");
  await press("aigul@example.org", "cancel", { place: "hall", sure: "yes" });
  await stream();
  await press("baurzhan@example.org", "accept", { place: "hall" });
  await submit("farida@example.org", "online", { language: "kk" });
  await stream();
  await press("farida@example.org", "verify");
  await press("farida@example.org", "delete", { sure: "yes" });
  await submit(`one@${BLACKLISTED}`, "online");
  await stream();

  // What the stream lost housekeeping sends; who does not verify gives the seat back, and may come again.
  await submit(`two@${BLACKLISTED}`, "online");
  await submit("gulnar@example.org", "online");
  await submit("baurzhan@example.org", "online");
  await loseStream();
  at.pass(180);
  await at.housekeep();
  await at.bounce("bounced@example.org");
  at.pass(5 * 3600);
  await submit("gulnar@example.org", "online");
  await stream();

  // Mail that is sent after midnight draws the key of that day before the form does.
  at.moveTo("2027-06-01T23:58:00Z");
  await submit("hasan@example.org", "online", { language: "kk" });
  await at.answer("erlan.new@example.org");
  at.pass(180);
  await stream();
  await press("hasan@example.org", "verify");
  await press("hasan@example.org", "not-again");
  await press("hasan@example.org", "invite-again");
  await submit("ivan@example.org", "online");

  // Baurzhan's seat goes to the next in turn, and from them, who let the offer pass, on to another, by the clock.
  await press("baurzhan@example.org", "cancel", { place: "hall", sure: "yes" });
  await stream();
  at.pass(3 * DAY);
  await at.housekeep();
  await stream();

  // The event moves while one has a seat on offer and one waits; it comes near; it is over; it is forgotten.
  await submit("jamila@example.org", "hall");
  await stream();
  await at.publish(MOVED);
  await at.housekeep();
  at.moveTo(addSeconds(MOVED.start, -12 * 3600));
  await at.housekeep();
  for (const days of [2, 11, 91]) {
    at.moveTo(addSeconds(MOVED.end, days * DAY));
    await at.housekeep();
  }
}

test("the life that the roles are held against knows every mail but those of the desk, and no failure", () => {
  expect([...world.kinds].toSorted()).toEqual([
    "address-changed",
    "cancelled",
    "changed",
    "confirmed",
    "duplicate",
    "erased",
    "event-moved",
    "expired",
    "offer",
    "organisers-digest",
    "organisers-full",
    "reminder",
    "reply",
    "verify",
    "verify-address",
    "waiting",
  ]);
  expect(world.log.filter(({ level }) => level === "ERROR")).toEqual([]);
});

describe.each(DEPLOYED_FUNCTIONS)("the role of the function %s", (name) => {
  const statements = () => tableStatements(template, ROLES[name], world.tables);

  test("allows whatever it asks of the tables", async () => {
    expect(world.calls[name].length).toBeGreaterThan(0);
    expect(await refused(statements(), world.calls[name])).toEqual([]);
  });

  test("allows no action on any partition that it could do without", async () => {
    expect(await idle(statements(), world.calls[name])).toEqual([]);
  });
});
