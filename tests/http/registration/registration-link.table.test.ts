import { beforeEach, describe, expect, test } from "vitest";
import { codeOf, tokenText } from "../../../functions/domain/registration/links/token.ts";
import { cancel, verify } from "../../../functions/workflows/registration/self-service.ts";
import { eventOf, placeOf, SEAL } from "../../worlds/registration/registration-events.ts";
import {
  cookiesOf,
  type RegistrationSite,
  registrationSite,
} from "../../worlds/registration/registration-site.ts";

const FORM = "/en/register/world-day-2027";
let site: RegistrationSite;

beforeEach(async () => {
  site = await registrationSite(
    eventOf([
      placeOf("hall", { capacity: 2 }),
      placeOf("press", { audience: "press", approval: true }),
      placeOf("guests", { audience: "invitation" }),
    ]),
  );
});

describe("the link of a mail", () => {
  test("changes nothing when a program opens it, however often", async () => {
    await site.register();
    const before = await site.one();
    const link = await site.linkOf(before.id);
    for (const path of [link, `${link}/data.json`, `${link}/calendar.ics`])
      for (const method of ["GET", "HEAD", "GET"])
        expect((await site.ask(path, { method })).status).toBe(200);
    expect(await site.one()).toEqual(before);
  });

  test("verifies by its button, and by the code on the page that was left open", async () => {
    const answer = await site.register();
    const { id, token } = await site.one();
    const code = codeOf(await SEAL.open(token.sealed, id));
    const wrong = await site.send(
      `${FORM}/sent`,
      { code: code === "111111" ? "222222" : "111111" },
      cookiesOf(answer),
    );
    expect(wrong.status).toBe(422);
    const right = await site.send(
      `${FORM}/sent`,
      { code: `${code.slice(0, 3)} ${code.slice(3)}` },
      cookiesOf(answer),
    );
    expect(right.headers.get("Location")).toBe(await site.linkOf(id));
    const [booking] = (await site.one()).bookings;
    expect(booking?.state).toBe("confirmed");
  });

  test("opens nothing after five wrong codes but the link itself", async () => {
    const answer = await site.register();
    const { id, token } = await site.one();
    const code = codeOf(await SEAL.open(token.sealed, id));
    for (let n = 0; n < 5; n++) await site.send(`${FORM}/sent`, { code: "not it" }, cookiesOf(answer));
    expect((await site.send(`${FORM}/sent`, { code }, cookiesOf(answer))).status).toBe(422);
    await site.send(`${await site.linkOf(id)}/verify`, {});
    expect((await site.one()).bookings[0]?.state).toBe("confirmed");
  });

  test("is answered alike whether it never was, was cut off or was replaced", async () => {
    await site.register();
    const { id } = await site.one();
    const link = await site.linkOf(id);
    const last = link.endsWith("A") ? "B" : "A";
    const dead = ["/en/registration/x", `${link.slice(0, -1)}${last}`, link.slice(0, -5)];
    const pages = await Promise.all(dead.map(async (path) => (await site.ask(path)).text()));
    expect(new Set(pages).size).toBe(1);
  });

  test("asks before it cancels or deletes, and tells no other site where it stands", async () => {
    await site.register();
    const { id } = await site.one();
    const link = await site.linkOf(id);
    const asked = await site.send(`${link}/cancel`, { place: "hall" });
    expect(await asked.text()).toContain("Yes, cancel");
    expect((await site.one()).bookings[0]?.state).toBe("unverified");
    await site.send(`${link}/cancel`, { place: "hall", sure: "yes" });
    expect((await site.one()).bookings[0]?.state).toBe("cancelled");
    const deleted = await site.send(`${link}/delete`, { sure: "yes" });
    expect([deleted.status, await site.all()]).toEqual([200, []]);
    expect((await site.ask(link)).headers.get("Referrer-Policy")).toBe("strict-origin");
  });

  test("moves to a new address only once that one has used its own link", async () => {
    await site.register();
    const { id } = await site.one();
    const link = await site.linkOf(id);
    await site.send(`${link}/verify`, {});
    await site.send(`${link}/address`, { email: "new@example.org" });
    const asked = (await site.one()).addressChange;
    expect((await site.mails()).at(-1)).toMatchObject({ kind: "verify-address", to: "new@example.org" });
    expect((await site.one()).contact.email).toBe("aigul@example.org");
    const secret = await SEAL.open(asked?.token.sealed ?? "", id);
    const other = `/en/registration/${tokenText({ event: site.event.id, registration: id, secret })}`;
    expect(await (await site.ask(other)).text()).not.toContain("Delete my data");
    await site.send(`${other}/verify`, {});
    expect((await site.one()).contact.email).toBe("new@example.org");
    expect([(await site.ask(link)).status, (await site.ask(other)).status]).toEqual([404, 200]);
  });

  test("offers seats that others gave back, to be accepted or passed on", async () => {
    for (const email of ["one@example.org", "two@example.org", "three@example.org"]) {
      await site.register({ email });
      const found = (await site.all()).find(({ contact }) => contact.email === email);
      await verify(site.dependencies, { event: site.event, id: found?.id ?? "" });
    }
    const byAddress = async (email: string) =>
      (await site.all()).find(({ contact }) => contact.email === email);
    expect((await byAddress("three@example.org"))?.bookings[0]?.state).toBe("waitlisted");
    await cancel(
      site.dependencies,
      { event: site.event, id: (await byAddress("one@example.org"))?.id ?? "" },
      [],
    );
    const waiting = await byAddress("three@example.org");
    expect(waiting?.bookings[0]?.state).toBe("offered");
    const link = await site.linkOf(waiting?.id ?? "");
    expect(await (await site.ask(link)).text()).toContain("Accept the seats");
    await site.send(`${link}/accept`, { place: "hall" });
    expect((await byAddress("three@example.org"))?.bookings[0]?.state).toBe("confirmed");
  });
});
