import { describe, expect, test } from "vitest";
import { documentKey, formKey } from "../../functions/storage/newsroom/keys.ts";
import { releaseDocument } from "../worlds/documents/documents.ts";
import { downloadsWorld, storedDownload } from "../worlds/documents/downloads.ts";
import { uuid } from "../worlds/documents/parts.ts";
import { furtherRelease, smallNewsroom } from "../worlds/reading/api-newsroom.ts";
import { earlyWorld, GRANTED_AT, grantOf, unitOf } from "../worlds/reading/early.ts";
import { readingWorld } from "../worlds/reading/reading.ts";
import { eventOf, placeOf } from "../worlds/registration/registration-events.ts";
import { registrationSite } from "../worlds/registration/registration-site.ts";
import { stored, storedPublication } from "../worlds/tables/stored.ts";

const NOW = "2027-07-02T05:00:00Z";
const LIFT = "2028-01-01T00:00:00Z";
const RELEASE = releaseDocument("en");
const SECRET = furtherRelease(7, { publishAt: LIFT, updated: LIFT });

const MARKS = [
  ".",
  ",",
  ")",
  ";",
  ":",
  "!",
  "'",
  "*",
  "]",
  "%20",
  "%C2%A0",
  "%C2%BB",
  "%E2%80%9D",
  "%22",
  "%3E",
];
const MORE = ["%3F", "%E2%80%A6", "%E2%80%8B", "%EF%BB%BF", "%60", ").", "%C2%BB,%20", "%F0%9F%91%8D"];

const world = await readingWorld([
  ...smallNewsroom(),
  ...storedPublication(SECRET),
  stored(formKey(RELEASE.path, "md"), "# A release\n"),
  stored(documentKey("/en/releases/former"), {
    kind: "redirect",
    path: "/en/releases/former",
    publishAt: "2020-01-01T00:00:00Z",
    to: RELEASE.path,
  }),
]);
const ask = async (path: string, init: RequestInit = {}, now = NOW) => world.at(now).request(path, init);
const leadsTo = async (path: string) => {
  const { status, headers } = await ask(path);
  return [status, headers.get("Location")];
};

test.each([...MARKS, ...MORE])(
  "an address that was pasted with %s behind it leads to the address without",
  async (marks) => {
    expect(await leadsTo(RELEASE.path + marks)).toEqual([301, RELEASE.path]);
  },
);

test.each([
  "/en/releases",
  "/en/kits/world-day?page=1",
  "/en/feed.rss",
  "/en/events.ics",
  "/en/events/world-day-2027/calendar.ics",
  `${RELEASE.path}.json`,
  `${RELEASE.path}.md`,
  `${RELEASE.path}/changes`,
  "/api/openapi.json",
  "/api/v1/releases",
  `/api/v1/releases/${RELEASE.id}`,
  "/sitemap.xml",
  "/robots.txt",
])("every door knows it: %s", async (path) => {
  expect((await ask(path)).status).toBe(200);
  expect(await leadsTo(`${path}).`)).toEqual([301, path]);
});

test("a former address leads straight to the present one", async () => {
  expect(await leadsTo("/en/releases/former,")).toEqual([301, RELEASE.path]);
});

test("what is under embargo, or nowhere, is the same 404 with marks and without, to the byte", async () => {
  const bytes = async (path: string) => {
    const answer = await ask(path);
    return { status: answer.status, headers: [...answer.headers], body: await answer.text() };
  };
  const nothing = await bytes("/en/releases/nothing.");
  expect(nothing.status).toBe(404);
  expect(await bytes(`${SECRET.path}.`)).toEqual(nothing);
  expect(await bytes(SECRET.path)).toEqual(nothing);
  expect((await ask(`${SECRET.path}.`, {}, LIFT)).headers.get("Location")).toBe(SECRET.path);
});

test("HEAD is answered as GET is, other methods and odd escapes lead nowhere", async () => {
  expect((await ask(`${RELEASE.path}.`, { method: "HEAD" })).status).toBe(301);
  for (const path of [`${RELEASE.path}%E2%80`, `${RELEASE.path}/.x`, `/en/${".".repeat(9_000)}`])
    expect([path, (await ask(path)).status]).toEqual([path, 404]);
  expect((await ask(`${RELEASE.path}.`, { method: "POST" })).status).toBe(405);
});

describe("beside what is read", () => {
  test("a download is counted once, where its address leads to its bytes", async () => {
    const downloads = await downloadsWorld([storedDownload("heart.jpg")]);
    const answer = await downloads.at(NOW).request("/downloads/world-day/heart.jpg.");
    expect([answer.status, answer.headers.get("Location")]).toEqual([301, "/downloads/world-day/heart.jpg"]);
    expect(await downloads.counts(NOW.slice(0, 10))).toEqual([]);
  });

  test("a form and a link of registration are found, and kept by nobody", async () => {
    const site = await registrationSite(eventOf([placeOf("hall", { capacity: 50 })]));
    await site.register();
    const link = await site.linkOf((await site.one()).id);
    for (const path of ["/en/register/world-day-2027", link]) {
      const answer = await site.ask(`${path}.`);
      expect([answer.status, answer.headers.get("Location")]).toEqual([301, path]);
      expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    }
    expect((await site.ask("/en/register/nothing.")).status).toBe(404);
  });

  test("so is a link of early access", async () => {
    const early = await earlyWorld(storedPublication(SECRET));
    const grant = grantOf([unitOf({ kind: "release", id: uuid(1007), slug: SECRET.slug }, LIFT)]);
    await early.grants.add(grant);
    const link = `/en/early/${await early.token(grant)}`;
    const answer = await early.at(GRANTED_AT).ask(`${link})`);
    expect([answer.status, answer.headers.get("Location")]).toEqual([301, link]);
    expect((await early.at(GRANTED_AT).ask(`${link}x.`)).status).toBe(404);
  });
});
