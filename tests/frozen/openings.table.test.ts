import { beforeAll, describe, expect, test } from "vitest";
import { addSeconds } from "../../functions/domain/instant.ts";
import { codeOf, readToken } from "../../functions/domain/registration/links/token.ts";
import { type FrozenBrowser, peopleIn } from "./freeze/people-story.ts";
import { FROZEN_VERSIONS, openingsOf } from "./frozen-files.ts";
import { frozenStores } from "./frozen-world.ts";
import { newsroomIn } from "./stores.ts";

describe.each(FROZEN_VERSIONS)("what %s gave to people", (version) => {
  const { frozenAt, registrations, browsers, form, invitation, early } = openingsOf(version);
  let newsroom: string;

  beforeAll(async () => {
    ({ newsroom } = await frozenStores(version)); // which these tests read only
  });

  /** The people of the frozen state, untouched, so many seconds after it was frozen. */
  async function people(seconds = 0) {
    const stores = await frozenStores(version, { newsroom });
    const time = { now: Date.parse(addSeconds(frozenAt, seconds)) };
    const { ask } = newsroomIn(stores, () => time.now);
    const story = peopleIn(stores, time);
    const event = await story.eventOf("autumn-meeting");
    return {
      ask,
      send: (path: string, fields: Record<string, string>, cookie?: string) =>
        ask(path, {
          method: "POST",
          body: new URLSearchParams(fields),
          headers: cookie === undefined ? {} : { Cookie: cookie },
        }),
      /** States of a registration's bookings by place. */
      states: async (name: string) => {
        const found = await story.registering.registrations.registration(
          event.id,
          of(registrations, name).id,
        );
        return Object.fromEntries((found?.bookings ?? []).map(({ place, state }) => [place, state]));
      },
      registration: (id: string) => story.registering.registrations.registration(event.id, id),
      story,
    };
  }

  test("the link of a mail verifies an address", async () => {
    const { send, states } = await people();
    const answer = await send(`/en${of(registrations, "unverified").link}/verify`, {});
    expect(answer.status).toBe(303);
    expect(await states("unverified")).toEqual({ online: "confirmed" });
  });

  test("six digits and the browser's cookie verify an address, and lead to the link of the mail", async () => {
    const { send, states } = await people();
    const { code, link } = of(registrations, "fresh");
    const { cookie } = of<FrozenBrowser>(browsers, "fresh");
    const answer = await send("/en/register/autumn-meeting/sent", { code }, cookie);
    expect(answer.headers.get("Location")).toBe(`/en${link}`);
    expect(await states("fresh")).toEqual({ online: "confirmed" });
  });

  test("codes follow from the secrets of links as they did", () => {
    for (const { code, link } of Object.values(registrations))
      expect(codeOf(readToken(link.split("/").at(-1) ?? "")?.secret ?? "")).toBe(code);
  });

  test("what was submitted under an address that is registered can be corrected by its cookie", async () => {
    const { send, story } = await people();
    const { cookie } = of<FrozenBrowser>(browsers, "duplicate");
    const answer = await send(
      "/en/register/autumn-meeting/sent/address",
      { email: "right@example.org" },
      cookie,
    );
    expect(answer.headers.get("Location")).toContain("done=corrected");
    const all = [];
    const event = await story.eventOf("autumn-meeting");
    for await (const each of story.registering.registrations.all(event.id)) all.push(each.contact.email);
    expect(all).toContain("right@example.org");
  });

  test("a form that was open is taken", async () => {
    const { send, registration } = await people(60);
    const fields = { place: "online", name: "New Person", email: "new@example.org", coming: "self" };
    const answer = await send(form.path, { ...fields, form: form.token, language: "en", agree: "yes" });
    expect(answer.status).toBe(303);
    const made = await registration(form.token.split(".")[0] ?? "");
    expect(made?.contact.email).toBe("new@example.org");
  });

  test("an invitation shows the place for invited people", async () => {
    const { ask } = await people();
    expect(await (await ask(invitation)).text()).toContain('value="invited"');
    expect(await (await ask(form.path)).text()).not.toContain('value="invited"');
  });

  test("an offer is accepted, and what is given back is offered to whoever waits", async () => {
    const { send, states } = await people();
    await send(`/kk${of(registrations, "offered").link}/accept`, { place: "hall" });
    expect(await states("offered")).toEqual({ hall: "confirmed" });
    expect(await states("waitlisted")).toEqual({ hall: "waitlisted" });
    await send(`/ru${of(registrations, "delegation").link}/cancel`, { place: "hall", sure: "yes" });
    expect(await states("delegation")).toEqual({ hall: "cancelled" });
    expect(await states("waitlisted")).toEqual({ hall: "offered" });
  });

  test("another address that was asked for is verified by the link that was sent to it", async () => {
    const { send, registration } = await people();
    const { id, newAddressLink } = of(registrations, "address-asked");
    await send(`/en${newAddressLink}/verify`, {});
    expect((await registration(id))?.contact.email).toBe("new-19@example.org");
  });

  test("every link opens its registration and every other secret does not", async () => {
    const { ask } = await people();
    for (const { link } of Object.values(registrations)) {
      expect((await ask(`/en${link}`)).status).toBe(200);
      const other = link.slice(0, -1) + (link.endsWith("A") ? "B" : "A");
      expect((await ask(`/en${other}`)).status).toBe(404);
    }
  });

  test("a link of early access opens as long as its grant, with the cookie that it gave", async () => {
    const { ask } = await people();
    const page = (token: string) => `/en/early/${token}/releases/embargoed-notice`;
    const { open, revoked, expired } = early;
    const seen = await ask(page(open.token), { headers: { Cookie: open.cookie } });
    expect(await seen.text()).toContain("Notice under embargo");
    expect((await ask(page(open.token))).status).toBe(303);
    for (const { token, cookie } of [revoked, expired])
      expect((await ask(page(token), { headers: { Cookie: cookie } })).status).toBe(404);
    const pressed = await ask(`/en/early/${open.token}`, { method: "POST" });
    expect(pressed.headers.getSetCookie()[0]?.split(";")[0]).toBe(open.cookie);
  });
});

function of<Value>(all: Readonly<Record<string, Value>>, name: string): Value {
  const found = all[name];
  if (!found) throw new Error(`Nothing frozen is called ${name}.`);
  return found;
}
