import { expect, test } from "vitest";
import { eventOf, placeOf } from "../worlds/registration/registration-events.ts";
import { violations } from "../worlds/registration/registration-invariants.ts";
import { overHttp } from "../worlds/registration/registration-over-http.ts";
import { filled, registrationSite } from "../worlds/registration/registration-site.ts";

const PEOPLE = 1_000;
const SEATS = 200;

test("of a thousand forms sent at the same moment each is answered, and whoever sends again after a 503 is registered once", async () => {
  const site = await registrationSite(eventOf([placeOf("hall", { capacity: SEATS })]));
  const { address, form } = await overHttp(site);
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, n) =>
      filled(await form(), { email: `person-${n}@example.org`, name: `Person ${n}` }),
    ),
  );
  type Typed = (typeof people)[number];
  const send = async (typed: Typed) => {
    const answer = await fetch(`${address}/en/register/world-day-2027`, {
      method: "POST",
      body: new URLSearchParams(typed as Record<string, string>),
      redirect: "manual",
    });
    return { typed, status: answer.status, html: await answer.text() };
  };

  let answers = await Promise.all(people.map(send));
  const accepted = answers.filter(({ status }) => status === 303).length;
  expect(accepted).toBeGreaterThan(0);
  for (let rounds = 0; answers.length > 0 && rounds < 60; rounds++) {
    const refused = answers.filter(({ status }) => status !== 303);
    for (const { typed, status, html } of refused) {
      expect(status).toBe(503);
      for (const words of [typed.name, typed.email, typed.form]) expect(html).toContain(String(words));
    }
    answers = await Promise.all(refused.map(({ typed }) => send(typed)));
  }

  expect(answers).toEqual([]);
  const registered = await site.all();
  expect(new Set(registered.map(({ contact }) => contact.email)).size).toBe(PEOPLE);
  expect(registered).toHaveLength(PEOPLE);
  expect(await site.seats("hall")).toEqual({ capacity: SEATS, taken: SEATS, waiting: PEOPLE - SEATS });
  expect(await violations(site, new Map([["hall", SEATS]]))).toEqual([]);
}, 300_000);
