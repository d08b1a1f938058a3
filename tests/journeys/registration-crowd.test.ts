import { expect, test } from "vitest";
import { holdsSeats } from "../../functions/domain/registration/booking.ts";
import { atScale } from "../worlds/documents/scale.ts";
import { gathered } from "../worlds/registration/registering.ts";
import { eventOf, placeOf } from "../worlds/registration/registration-events.ts";
import { violations } from "../worlds/registration/registration-invariants.ts";
import { overHttp } from "../worlds/registration/registration-over-http.ts";
import { filled, registrationSite } from "../worlds/registration/registration-site.ts";

const PEOPLE = atScale(100, 1_000);
const SEATS = PEOPLE / 10;
/** As many as an HTTP API lets through at once. */
const AT_ONCE = 100;
/** Who is answered 503, because their ten seconds are over, sends the same form again. */
const AGAIN_AT_MOST = 20;
/** A thousand take two minutes. */
const TIMEOUT_MS = atScale(60_000, 300_000);

test(
  "of a crowd that presses the button at the same moment, as many as there are seats get them and the others wait in order",
  async () => {
    const site = await registrationSite(eventOf([placeOf("hall", { capacity: SEATS })]));
    const { address, form } = await overHttp(site);
    const answers: string[] = [];
    async function one(n: number): Promise<void> {
      const fields = filled(await form(), { email: `person-${n}@example.org`, name: `Person ${n}` });
      const send = async () => {
        const answer = await fetch(`${address}/en/register/world-day-2027`, {
          method: "POST",
          body: new URLSearchParams(fields as Record<string, string>),
          redirect: "manual",
        });
        await answer.arrayBuffer();
        return answer;
      };
      let answer = await send();
      for (let again = 0; answer.status === 503 && again < AGAIN_AT_MOST; again++) answer = await send();
      answers.push(`${answer.status} ${answer.headers.get("Location")}`);
    }
    const waiting = Array.from({ length: PEOPLE }, (_, n) => n);
    const worker = async () => {
      for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) {
        site.now++; // a millisecond later: the order of submission
        await one(n);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));

    expect(new Set(answers)).toEqual(new Set(["303 /en/register/world-day-2027/sent"]));
    const bookings = (await site.all()).flatMap((each) => each.bookings);
    expect(bookings.filter(holdsSeats).length).toBe(SEATS);
    expect(await site.seats("hall")).toEqual({ capacity: SEATS, taken: SEATS, waiting: PEOPLE - SEATS });
    const queue = await gathered(site.dependencies.registrations.queue(site.event.id, "hall"));
    const order = queue.map(({ submittedAt }) => submittedAt);
    expect(order).toEqual(order.toSorted());
    expect(await violations(site, new Map([["hall", SEATS]]))).toEqual([]);
  },
  TIMEOUT_MS,
);
