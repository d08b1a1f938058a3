import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { toInstant } from "../../../functions/domain/instant.ts";
import { pendingEmergencies, redactedPlaces } from "../../../functions/storage/pending-emergencies.ts";
import { publishLease } from "../../../functions/storage/publish-lease.ts";
import type * as LeaseHolder from "../../../infra/cli/lease-holder.ts";
import { redactPlace } from "../../../infra/cli/redact-place.ts";
import { type ContentNewsroom, contentNewsroom } from "../../worlds/content-newsroom.ts";
import { DANA } from "../../worlds/publishing.ts";
import { type RedactCommand, redactCommand } from "../../worlds/redact-command.ts";
import { atScale } from "../../worlds/scale.ts";

const WORDS = ["Aigerim Omarova", "Omarova"];
const PLACES = ["releases/omarova-speaks", "pages/about", "site.yaml"];

// the test is the process that is killed, and lives on
vi.mock("../../../infra/cli/lease-holder.ts", async (original) => ({
  ...(await original<typeof LeaseHolder>()),
  hasDied: () => true,
}));

/** Publishes from another desk, once the lease of whoever was killed has ended. */
function publishedLater({ world, publish }: ContentNewsroom) {
  const clock = () => new Date(Date.now() + 600_000);
  const lease = publishLease(world.client, world.table, { holder: DANA, clock });
  return publish(toInstant(clock()), { lease });
}

/** A name in the text and the address of a release, in a page, in site.yaml, and in what a release was before. */
async function published() {
  const newsroom = await contentNewsroom();
  newsroom.rename("releases/first", PLACES[0] ?? "");
  const named = (text: string) => text.replace("There were", "Aigerim Omarova said there were");
  newsroom.edit("releases/omarova-speaks/en.md", named);
  newsroom.edit("pages/about/en.md", (text) => `${text}\nAigerim Omarova writes here.\n`);
  newsroom.edit("site.yaml", (yaml) => yaml.replace("en: Press office", "en: Omarova"));
  await newsroom.publish("2026-03-01T09:00:00Z");
  return { newsroom, command: await redactCommand(newsroom) };
}

/** Everything in the table that holds the name. */
async function standsIn({ world }: ContentNewsroom): Promise<string[]> {
  const items = await world.items();
  return items
    .map(({ key, body }) => `${key.pk} ${key.sk} ${body}`)
    .filter((each) => /omarova|aigerim/i.test(each));
}

/** Files of the content that hold the name, or are called by it. */
function filesWithName({ directory }: ContentNewsroom): string[] {
  const all = readdirSync(directory, { recursive: true, withFileTypes: true });
  const paths = all.map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }));
  const text = ({ entry, path }: (typeof paths)[number]) =>
    entry.isFile() ? readFileSync(path, "latin1") : "";
  return paths
    .filter((each) => /omarova|aigerim/i.test(`${each.path}\n${text(each)}`))
    .map(({ path }) => path);
}

/** As the refusal names it: by id, whatever the folders are called by now. */
async function runAgain(command: RedactCommand, { directory, world }: ContentNewsroom) {
  const [pending] = await pendingEmergencies(world.writer);
  if (pending?.order.verb !== "redact") throw new Error("Nothing is pending.");
  const places = (redactedPlaces(pending.order) ?? []).map((name) => redactPlace(directory, name));
  return command.run(WORDS, places);
}

/** The last write of all. */
const NOTE_GOES = /"Delete":.*"pending"/;

test("a redaction killed at any write stays pending until another one has ended, and nobody publishes before", async () => {
  const clean = await published();
  const whole = await clean.command.run(WORDS, PLACES);
  expect(whole).toMatchObject({ code: 0, said: expect.stringContaining("the words were found nowhere") });
  expect(await standsIn(clean.newsroom)).toEqual([]);
  expect(await pendingEmergencies(clean.newsroom.world.writer)).toEqual([]);

  const points = atScale(3, 6);
  for (let point = 1; point <= points; point++) {
    const { newsroom, command } = await published();
    const { writer } = newsroom.world;
    const writes = point === points ? NOTE_GOES : Math.ceil((whole.writes * point) / points / 1.2);
    expect(await command.run(WORDS, PLACES, writes)).toMatchObject({ code: "killed" });
    expect(await pendingEmergencies(writer)).toHaveLength(1);
    newsroom.edit("events/press-day/en.md", (text) =>
      text.replace("All are welcome", "All are very welcome"),
    );
    const refused = await publishedLater(newsroom).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "emergency-pending" });
    expect(JSON.stringify(await pendingEmergencies(writer))).not.toMatch(/omarova/i);

    expect(await runAgain(command, newsroom)).toMatchObject({ code: 0 });

    expect([writes, await pendingEmergencies(writer), await standsIn(newsroom)]).toEqual([writes, [], []]);
    expect(filesWithName(newsroom)).toEqual([]);
    expect(await publishedLater(newsroom)).toMatchObject({ refused: 0 });
  }
});
