import { expect, test } from "vitest";
import { type ContentNewsroom, contentNewsroom, noteOf } from "../../worlds/content/content-newsroom.ts";
import { killedAfter } from "../../worlds/content/publishing.ts";
import { atScale } from "../../worlds/documents/scale.ts";

const BEFORE = "2026-03-01T09:00:00Z";
const NOW = "2026-03-01T10:00:00Z";

/** A correction, a slug that changes, a kit that is withdrawn, an event that is gone: all in one publication. */
function changeEverything(newsroom: ContentNewsroom): void {
  const at = "at: 2026-03-01T09:30:00Z";
  for (const language of ["en", "ru", "kk"])
    newsroom.edit(`releases/first/${language}.md`, (text) =>
      text.replace("There were 69 cases", "There were 69 criminal cases"),
    );
  newsroom.edit(
    "releases/first/release.yaml",
    (yaml) => `${yaml}corrections: [{ ${at}, note: ${noteOf("Criminal cases")} }]\n`,
  );
  newsroom.rename("releases/first", "releases/second");
  newsroom.edit(
    "media-kits/photos/kit.yaml",
    (yaml) => `${yaml}leaving: { ${at}, verb: withdraw, note: ${noteOf("Taken back")} }\n`,
  );
  newsroom.edit("events/press-day/event.yaml", (yaml) => `${yaml}leaving: { ${at}, verb: gone }\n`);
}

/** Documents: what stands at the addresses of each group changes in one transaction. */
const GROUPS = ["en", "ru", "kk"].flatMap((language) => [
  ["first", "second"].flatMap((slug) =>
    ["", ".md", ".txt", ".json"].map((form) => `/${language}/releases/${slug}${form}`),
  ),
  [`/${language}/kits/photos`],
  [`/${language}/events/press-day`, `/${language}/events/press-day/calendar.ics`],
]);

/** One publication after the other, each killed after so many writes. */
const WRITES = atScale(4, 1);

type Answers = readonly string[];

async function answersOf(newsroom: ContentNewsroom, group: readonly string[]): Promise<Answers> {
  const app = newsroom.at(NOW);
  return Promise.all(
    group.map(async (path) => {
      const answer = await app.request(path);
      const shown = (await answer.text()).replaceAll(/DTSTAMP:.*|LAST-MODIFIED:.*/g, "");
      return `${answer.status} ${answer.headers.get("Location")} ${shown}`;
    }),
  );
}

test("killed at every write, each document with its forms and its former address is wholly old or wholly new", async () => {
  const [old, fresh, killed] = await Promise.all([contentNewsroom(), contentNewsroom(), contentNewsroom()]);
  for (const newsroom of [old, fresh, killed]) await newsroom.publish(BEFORE);
  changeEverything(fresh);
  changeEverything(killed);
  await fresh.publish(NOW);
  const before = await Promise.all(GROUPS.map((group) => answersOf(old, group)));
  const after = await Promise.all(GROUPS.map((group) => answersOf(fresh, group)));

  let kills = 0;
  for (let finished = false; !finished; kills++) {
    const writer = killedAfter(WRITES, killed.world.writer);
    finished = await killed.publish(NOW, { writer }).then(
      () => true,
      () => false,
    );
    for (const [i, group] of GROUPS.entries()) {
      const answers = await answersOf(killed, group);
      expect([before[i], after[i]], group[0]).toContainEqual(answers);
    }
  }

  expect(kills).toBeGreaterThan(10 / WRITES);
  expect(await Promise.all(GROUPS.map((group) => answersOf(killed, group)))).toEqual(after);
});
