import { beforeEach, expect, test } from "vitest";
import { tokenText } from "../../../functions/domain/registration/links/token.ts";
import { eventOf, placeOf, SEAL } from "../../worlds/registration/registration-events.ts";
import { type RegistrationSite, registrationSite } from "../../worlds/registration/registration-site.ts";

let site: RegistrationSite;
/** Of the owner, who has verified. */
let link: string;

beforeEach(async () => {
  site = await registrationSite(eventOf([placeOf("hall")]));
  await site.register();
  link = await site.linkOf((await site.one()).id);
  await site.send(`${link}/verify`, {});
});

/** The link that was sent to the address that is to be the new one. */
async function newLink(): Promise<string> {
  const { id, event, addressChange } = await site.one();
  const secret = await SEAL.open(addressChange?.token.sealed ?? "", id);
  return `/en/registration/${tokenText({ event, registration: id, secret })}`;
}

test("the link that was sent to a new address opens nothing of the registration but the question", async () => {
  await site.send(`${link}/address`, { email: "mistyped@example.org" });
  const other = await newLink();
  const html = await (await site.ask(other)).text();
  expect(html).toContain("mistyped@example.org");
  expect(html).not.toContain("Aigul");
  for (const file of ["data.json", "calendar.ics"])
    expect((await site.ask(`${other}/${file}`)).status).toBe(404);
  for (const action of ["cancel", "delete", "people"])
    await site.send(`${other}/${action}`, { sure: "yes", place: "hall", "person-1-name": "X" });
  expect((await site.one()).bookings[0]).toMatchObject({
    state: "confirmed",
    participants: [{ name: "Aigul Serik" }],
  });
});

test("it opens nothing at all once its time is over", async () => {
  await site.send(`${link}/address`, { email: "mistyped@example.org" });
  const other = await newLink();
  site.pass(4 * 3600);
  expect((await site.ask(other)).status).toBe(404);
  expect((await site.send(`${other}/verify`, {})).status).toBe(404);
  expect((await site.one()).contact.email).toBe("aigul@example.org");
});

test.each([
  ["its button", "keep-address", {}],
  ["typing the present address", "address", { email: "aigul@example.org" }],
])(
  "a change of address is taken back by %s, and the link that was sent opens nothing then",
  async (_, action, fields) => {
    await site.send(`${link}/address`, { email: "mistyped@example.org" });
    const other = await newLink();
    const answer = await site.send(`${link}/${action}`, fields);
    expect(answer.headers.get("Location")).toBe(`${link}?done=kept`);
    expect(await site.one()).not.toHaveProperty("addressChange");
    expect((await site.ask(other)).status).toBe(404);
  },
);

test("the new mailbox gets every booking anew, with its entry for the calendar, and the former one is told", async () => {
  await site.send(`${link}/address`, { email: "new@example.org" });
  await site.send(`${await newLink()}/verify`, {});
  const [changed, goodbye] = (await site.mails()).slice(-2);
  expect(changed).toMatchObject({ kind: "changed", to: "new@example.org", booking: { place: "hall" } });
  expect(changed?.booking?.calendar?.sequence).toBe(1);
  expect(goodbye).toMatchObject({ kind: "address-changed", to: "aigul@example.org" });
});

test("an address that is registered by then is refused, and the former one stays", async () => {
  await site.send(`${link}/address`, { email: "new@example.org" });
  const other = await newLink();
  await site.register({ email: "new@example.org" });
  const second = (await site.all()).find(({ contact }) => contact.email === "new@example.org");
  await site.send(`${await site.linkOf(second?.id ?? "")}/verify`, {});
  const answer = await site.send(`${other}/verify`, {});
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain("Another registration has this address");
});
