import { expect, test } from "vitest";
import { type ContentNewsroom, contentNewsroom } from "../../worlds/content/content-newsroom.ts";
import { RELEASE_ID, SMALL_NEWSROOM } from "../../worlds/content/small-newsroom.ts";

const PUBLISHED = "2026-03-01T09:00:00Z";
const NOW = "2026-03-01T11:00:00Z";

const second = (text: unknown) =>
  String(text)
    .replace(RELEASE_ID, "5f0c7b1e-8a3d-4f6b-9c2e-000000000009")
    .replace("2020-07-30T12:00", "2026-06-01T12:00")
    .replaceAll("cases", "newer-cases")
    .replaceAll("director", "minister")
    .replaceAll("69 newer-cases", "69");

const ADDRESSES = [
  "/en/releases/first",
  "/en/releases/first.json",
  "/ru/releases",
  `/api/v1/releases/${RELEASE_ID}`,
  "/api/v1/figures/cases",
  "/api/v1/figures",
  "/api/v1/figures?updatedSince=2026-03-01T10:00:00Z",
  "/api/v1/releases?updatedSince=2026-03-01T10:00:00Z",
  "/kk/feed.atom",
  "/sitemap.xml",
];

async function answers(newsroom: ContentNewsroom, now: string) {
  const app = newsroom.at(now);
  return Promise.all(
    ADDRESSES.map(async (path) => {
      const answer = await app.request(path);
      return [path, answer.status, [...answer.headers], await answer.text()];
    }),
  );
}

test("a neighbour under embargo that is added later changes no byte and no header, Last-Modified included", async () => {
  const newsroom = await contentNewsroom();
  await newsroom.publish(PUBLISHED);
  const before = await answers(newsroom, NOW);
  for (const [name, text] of Object.entries(SMALL_NEWSROOM))
    if (name.startsWith("releases/first/")) newsroom.write(name.replace("first", "second"), second(text));
  newsroom.edit("releases/first/release.yaml", (yaml) =>
    yaml
      .replace("asOf: 2020-07", "asOf: 2020-07\n    supersededBy: newer-cases")
      .replace("goals:", "related: [second]\ngoals:"),
  );
  await newsroom.publish(NOW);

  expect(await answers(newsroom, NOW)).toEqual(before);
  const lifted = await newsroom.at("2026-06-01T12:00:00Z").request("/en/releases/first");
  expect(await lifted.text()).toContain("/en/releases/second");
});
