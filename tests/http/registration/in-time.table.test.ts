import { expect, test } from "vitest";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";
import {
  cookiesOf,
  filled,
  type RegistrationSite,
  registrationSite,
} from "../../worlds/registration/registration-site.ts";

/** Less than any test waits; a table that does not answer is waited for no longer. */
const DEADLINE_MS = 800;
const FORM = "/en/register/world-day-2027";

/** A table whose transactions wait until they are let through. */
function stalled({ client }: RegistrationSite): { letThrough(): void } {
  let letThrough = () => {};
  const open = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === "TransactWriteItemsCommand") await open;
        return next(args);
      },
    { step: "initialize", name: "stalled", priority: "low" },
  );
  return { letThrough };
}

const site = () => registrationSite(eventOf([placeOf("hall")]), { deadlineMs: DEADLINE_MS });

test("a form that is not worked on in time is answered with 503 and everything that was typed", async () => {
  const registering = await site();
  const form = filled(await registering.formToken(), { organisation: "Rodnik" });
  registering.pass(60);
  const { letThrough } = stalled(registering);
  const answer = await registering.send(FORM, form);
  letThrough();

  expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "30"]);
  expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
  const html = await answer.text();
  for (const typed of [form.name, form.email, "Rodnik", form.form]) expect(html).toContain(typed);
  expect(html).toContain("Very many people are registering at this moment.");
});

test("whoever sends a form again after a 503 is registered once", async () => {
  const registering = await site();
  const form = filled(await registering.formToken());
  registering.pass(60);
  const { letThrough } = stalled(registering);
  expect((await registering.send(FORM, form)).status).toBe(503);
  letThrough();

  expect((await registering.send(FORM, form)).status).toBe(303);
  expect(await registering.all()).toHaveLength(1);
  expect(await registering.seats("hall")).toMatchObject({ taken: 1 });
});

test("any other form that is not worked on in time can be sent again with what was in it", async () => {
  const registering = await site();
  const cookies = cookiesOf(await registering.register());
  const { letThrough } = stalled(registering);
  const answer = await registering.send(`${FORM}/sent/address`, { email: "other@example.org" }, cookies);
  letThrough();

  expect(answer.status).toBe(503);
  const html = await answer.text();
  expect(html).toContain(`action="${FORM}/sent/address"`);
  expect(html).toContain('name="email" value="other@example.org"');
  expect(html).toContain("Send it again");
});
