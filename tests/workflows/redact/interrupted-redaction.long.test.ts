import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { toInstant } from "../../../functions/domain/instant.ts";
import {
  pendingEmergencies,
  redactedPlaces,
} from "../../../functions/storage/newsroom/pending-emergencies.ts";
import { publishLease } from "../../../functions/storage/newsroom/publish-lease.ts";
import { goesOn } from "../../../infra/cli/redacting/redact-now.ts";
import { redactPlace } from "../../../infra/cli/redacting/redact-place.ts";
import type * as LeaseHolder from "../../../infra/cli/target/lease-holder.ts";
import type { Death } from "../../worlds/commands/mortal-client.ts";
import { type RedactCommand, redactCommand } from "../../worlds/commands/redact-command.ts";
import { type ContentNewsroom, contentNewsroom } from "../../worlds/content/content-newsroom.ts";
import { DANA } from "../../worlds/content/publishing.ts";

const WORDS = ["Aigerim Omarova", "Omarova"];
const PLACES = ["releases/omarova-speaks", "pages/about", "site.yaml"];

// the test is the process that is killed, and lives on
vi.mock("../../../infra/cli/target/lease-holder.ts", async (original) => ({
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

test("a redaction that nothing interrupts ends, and leaves the words nowhere", async () => {
  const { newsroom, command } = await published();

  const ended = await command.run(WORDS, PLACES);

  expect(ended).toMatchObject({ code: 0, said: expect.stringContaining("the words were found nowhere") });
  expect(await pendingEmergencies(newsroom.world.writer)).toEqual([]);
  expect([await standsIn(newsroom), filesWithName(newsroom)]).toEqual([[], []]);
});

/** Writes at which it is killed; in a long run after every few, too. */
const DEATHS: [string, Death][] = [
  ["before anything is fenced", /"redacted#/],
  ["once the content has changed", /removed-speaks/],
  ["before its very end", /"Delete":.*"pending"/],
  ...Array.from({ length: 8 }, (_, i): [string, Death] => [`after ${4 + 6 * i} writes`, 4 + 6 * i]),
];

test.each(DEATHS)(
  "a redaction killed %s stays pending until another one has ended, and nobody publishes before",
  async (_, death) => {
    const { newsroom, command } = await published();
    const { writer } = newsroom.world;
    const everywhere = { content: newsroom.directory, places: [], everywhere: true };
    expect(await command.run(WORDS, PLACES, death)).toMatchObject({ code: "killed" });
    newsroom.edit("events/press-day/en.md", (text) =>
      text.replace("All are welcome", "All are very welcome"),
    );
    const refused = await publishedLater(newsroom).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "emergency-pending" });
    expect(JSON.stringify(await pendingEmergencies(writer))).not.toMatch(/omarova/i);
    expect(await goesOn(command.target, everywhere)).toBe(true);

    expect(await runAgain(command, newsroom)).toMatchObject({ code: 0 });

    expect(await goesOn(command.target, everywhere)).toBe(false);
    expect([await standsIn(newsroom), filesWithName(newsroom)]).toEqual([[], []]);
    expect(await publishedLater(newsroom)).toMatchObject({ refused: 0 });
  },
);
