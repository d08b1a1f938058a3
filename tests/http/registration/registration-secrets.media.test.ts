import { beforeAll, describe, expect, test } from "vitest";
import { FEED_FORMATS } from "../../../functions/domain/addresses.ts";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { type ContentNewsroom, contentNewsroom } from "../../worlds/content/content-newsroom.ts";
import { EVENT_ID } from "../../worlds/content/small-newsroom.ts";
import { eventWithPlaces, SECRETS } from "../../worlds/documents/places.ts";

const NOW = "2020-07-15T09:00:00Z";
const holdsSecrets = (text: string) => SECRETS.filter((secret) => text.includes(secret));

let newsroom: ContentNewsroom;
/** Every address of the newsroom that answers, as far as what is stored and the contract of addresses tell. */
let addresses: string[];

beforeAll(async () => {
  newsroom = await contentNewsroom(eventWithPlaces());
  await newsroom.publish(NOW);
  const items = await newsroom.world.items();
  const stored = items.filter(({ key }) => key.sk === "document").map(({ key }) => key.pk);
  const sitemaps = items
    .filter(({ key }) => key.pk === "sitemaps")
    .map(({ key }) => `/sitemaps/${key.sk}.xml`);
  const lists = LANGUAGES.flatMap((language) =>
    [
      ...["", "events", "releases", "kits", "events.ics", "events/press-day/calendar.ics"],
      ...["topics/protection", ...FEED_FORMATS.map((format) => `feed.${format}`)],
    ].map((path) => `/${language}/${path}`),
  );
  const api = ["releases", "events", "kits", "figures", "statements"].map((each) => `/api/v1/${each}`);
  const fixed = ["/sitemap.xml", "/news-sitemap.xml", "/api/openapi.json", "/api/"];
  const all = [...stored, ...sitemaps, ...lists, ...api, ...fixed].filter((path) => path.startsWith("/"));
  addresses = [...new Set([...all, `/api/v1/events/${EVENT_ID}?language=kk`])];
});

describe("where one joins online, and places for invited people", () => {
  test("stand in the one item that only registration reads", async () => {
    const holding = (await newsroom.world.items()).filter(
      ({ key, body }) => holdsSecrets(`${key.pk} ${key.sk} ${body}`).length > 0,
    );
    expect(holding.map(({ key }) => key)).toEqual([{ pk: "registration-events", sk: EVENT_ID }]);
    expect(holdsSecrets(holding[0]?.body ?? "")).toEqual(SECRETS);
  });

  test("are shown by no page, list, feed, calendar, sitemap and by no answer of the API", async () => {
    for (const now of [NOW, "2020-07-30T05:30:00Z", "2020-08-01T00:00:00Z"]) {
      const app = newsroom.at(now);
      for (const address of addresses) {
        const answer = await app.request(address);
        const headers = [...answer.headers].flat().join(" ");
        expect(holdsSecrets(`${headers} ${await answer.text()}`), `${address} at ${now}`).toEqual([]);
      }
    }
  });

  test("were looked for where the event is shown", async () => {
    const app = newsroom.at(NOW);
    const shown = await Promise.all(
      addresses.map(async (address) =>
        (await (await app.request(address)).text()).includes("Event kk") ? address : "",
      ),
    );
    expect(shown.filter(Boolean)).toEqual(
      expect.arrayContaining([
        "/kk/events/press-day",
        "/kk/events",
        "/kk/events.ics",
        "/kk/events/press-day/calendar.ics",
        `/api/v1/events/${EVENT_ID}?language=kk`,
      ]),
    );
    expect(await (await app.request("/kk/events/press-day")).text()).toContain("Stream");
  });
});

test.each([
  "registration-events",
  `registration-events/${EVENT_ID}`,
  `registration-events%23${EVENT_ID}`,
  `api/v1/registration-events/${EVENT_ID}`,
  "api/v1/registration-events",
  `en/registration-events/${EVENT_ID}`,
  `../registration-events/${EVENT_ID}`,
  `downloads/registration-events/${EVENT_ID}`,
  `sitemaps/registration-events.xml`,
  `en/topics/registration-events`,
  `en/registration-events.md`,
])("%s answers like any address that never existed", async (path) => {
  const app = newsroom.at(NOW);
  for (const address of [`/${path}`, `//${path}`, `/${path}.json`]) {
    const answer = await app.request(`https://newsroom.example.org${address}`);
    expect([address, answer.status]).toEqual([address, 404]);
    expect(holdsSecrets(await answer.text())).toEqual([]);
  }
});
