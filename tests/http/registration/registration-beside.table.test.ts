import { beforeEach, describe, expect, test } from "vitest";
import { acceptOffer, cancel, verify } from "../../../functions/workflows/registration/self-service.ts";
import { comer } from "../../worlds/registration/housekeeping.ts";
import { eventOf, people, placeOf } from "../../worlds/registration/registration-events.ts";
import { type RegistrationSite, registrationSite } from "../../worlds/registration/registration-site.ts";

let site: RegistrationSite;
beforeEach(async () => {
  site = await registrationSite(eventOf([placeOf("hall"), placeOf("stream")]));
});

/** Two submissions of one address, the earlier first. */
async function two() {
  await site.register({ name: "Aigul Serik" });
  const [first] = await site.all();
  await site.register({ name: "Dana Erzhan", place: "stream" });
  const second = (await site.all()).find(({ id }) => id !== first?.id);
  return { first: first?.id ?? "", second: second?.id ?? "" };
}
const page = async (path: string) => (await site.ask(path)).text();
const stateOf = async (id: string) => (await site.all()).find((each) => each.id === id)?.bookings[0]?.state;

describe("the page behind the link of a submission that nobody has proven", () => {
  test("shows what was asked for and what else was, and ends the one that was not me", async () => {
    const { first, second } = await two();
    const link = await site.linkOf(first);
    const html = await page(link);
    for (const shown of ["Aigul Serik", "Dana Erzhan", "Place stream (en)", "Asked for on"])
      expect(html).toContain(shown);
    const answer = await site.send(`${link}/not-me`, { submission: second });
    expect(answer.headers.get("Location")).toContain("done=ended");
    expect((await site.all()).map(({ id }) => id)).toEqual([first]);
    expect(await site.seats("stream")).toMatchObject({ taken: 0 });
    await site.send(`${link}/not-me`, { submission: first });
    expect(await site.all()).toEqual([]);
  });

  test("ends no submission of another address, and none that is proven", async () => {
    const { first } = await two();
    const link = await site.linkOf(first);
    const other = await comer(site);
    expect((await site.send(`${link}/not-me`, { submission: other.id })).status).toBe(409);
    await verify(site.dependencies, { event: site.event, id: first });
    expect((await site.send(`${link}/not-me`, { submission: first })).status).toBe(409);
    expect(await stateOf(first)).toBe("confirmed");
  });

  test("confirms the names as they are corrected there, and no more people than were submitted", async () => {
    await site.register({ name: "Aigul Serik" });
    const { id } = await site.one();
    const link = await site.linkOf(id);
    const wrong = await site.send(`${link}/verify`, { rows: "1", "person-1-name": "" });
    expect([wrong.status, await stateOf(id)]).toEqual([422, "unverified"]);
    const more = { rows: "2", "person-1-name": "A", "person-2-name": "B" };
    expect((await site.send(`${link}/verify`, more)).status).toBe(400);
    await site.send(`${link}/verify`, { rows: "1", "person-1-name": "Aigul Serik-Omar" });
    expect((await site.one()).bookings).toMatchObject([
      { state: "confirmed", participants: [{ name: "Aigul Serik-Omar" }] },
    ]);
  });

  test("tells, once another one was confirmed, that it ended with that", async () => {
    const { first, second } = await two();
    await site.send(`${await site.linkOf(second)}/verify`, {});
    expect(await page(await site.linkOf(first))).toContain("so this one ended");
    expect(await stateOf(first)).toBe("expired");
  });
});

describe("two colleagues of one mailbox", () => {
  test("who register different people for different places lose nobody", async () => {
    const { first, second } = await two();
    await site.send(`${await site.linkOf(first)}/verify`, {});
    const link = await site.linkOf(second);
    const answer = await site.send(`${link}/join`, {});
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringContaining("Added to the confirmed"),
    ]);
    expect(await site.one()).toMatchObject({
      id: first,
      bookings: [
        { place: "hall", state: "confirmed", participants: [{ name: "Aigul Serik" }] },
        { place: "stream", state: "confirmed", participants: [{ name: "Dana Erzhan" }] },
      ],
    });
    expect((await site.ask(link)).status).toBe(404);
  });

  test("who register for the same place are both on it", async () => {
    await site.register({ name: "Aigul Serik" });
    const first = await site.one();
    await site.register({ name: "Dana Erzhan" });
    const second = (await site.all()).find(({ id }) => id !== first.id);
    await site.send(`${await site.linkOf(first.id)}/verify`, {});
    await site.send(`${await site.linkOf(second?.id ?? "")}/join`, {});
    const { bookings } = await site.one();
    expect(bookings[0]?.participants.map(({ name }) => name)).toEqual(["Aigul Serik", "Dana Erzhan"]);
    expect(await site.seats("hall")).toMatchObject({ taken: 2 });
  });

  test("of whom nobody has confirmed have nothing to add to", async () => {
    const { first } = await two();
    expect((await site.send(`${await site.linkOf(first)}/join`, {})).status).toBe(409);
    expect(await site.all()).toHaveLength(2);
  });
});

describe("a button that was shown before something else happened", () => {
  /** Someone who was offered the seats of the hall. */
  async function offered() {
    const seated = await comer(site, { people: people(5) });
    const of = await comer(site);
    await cancel(site.dependencies, seated, []);
    return { of, link: await site.linkOf(of.id) };
  }

  test("passes up no seats that were accepted meanwhile, and says so", async () => {
    const { of, link } = await offered();
    await acceptOffer(site.dependencies, of, "hall");
    const answer = await site.send(`${link}/pass-up`, { place: "hall", sure: "yes", seen: "offered" });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("Meanwhile something else happened to this booking");
    expect(await stateOf(of.id)).toBe("confirmed");
  });

  test("accepts none that were passed up, and cancels none that were shown as waiting", async () => {
    const { of, link } = await offered();
    const stale = await site.send(`${link}/cancel`, { place: "hall", sure: "yes", seen: "waitlisted" });
    expect([stale.status, await stateOf(of.id)]).toEqual([409, "offered"]);
    await site.send(`${link}/pass-up`, { place: "hall", sure: "yes", seen: "offered" });
    const answer = await site.send(`${link}/accept`, { place: "hall", seen: "offered" });
    expect([answer.status, await stateOf(of.id)]).toEqual([409, "cancelled"]);
    expect(await answer.text()).toContain("Meanwhile something else happened");
  });

  test("accepting and passing up at the same moment: one happens, and the other is told", async () => {
    const { of, link } = await offered();
    const answers = await Promise.all([
      site.send(`${link}/accept`, { place: "hall", seen: "offered" }),
      site.send(`${link}/pass-up`, { place: "hall", sure: "yes", seen: "offered" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await stateOf(of.id)).toBe(answers[0]?.status === 303 ? "confirmed" : "cancelled");
  });

  test("carries its state through the question that is asked before", async () => {
    const { link } = await offered();
    const html = await (await site.send(`${link}/cancel`, { place: "hall", seen: "offered" })).text();
    expect(html).toContain('name="seen" value="offered"');
  });

  test("of two changes of address that saw the same, one is told that it lost", async () => {
    const of = await comer(site);
    const link = await site.linkOf(of.id);
    const seen =
      /\/address"[^>]*><input type="hidden" name="seen" value="([^"]+)"/.exec(await page(link))?.[1] ?? "";
    expect(seen).not.toBe("");
    const answers = await Promise.all(
      ["one@example.org", "two@example.org"].map((email) => site.send(`${link}/address`, { email, seen })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const lost = await answers.find(({ status }) => status === 409)?.text();
    expect(lost).toContain("Meanwhile another address was asked for");
    expect((await site.mails()).filter(({ kind }) => kind === "verify-address")).toHaveLength(1);
  });
});
