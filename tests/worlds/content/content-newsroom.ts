import { readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Hono } from "hono";
import type { Instant } from "../../../functions/domain/instant.ts";
import { readApp } from "../../../functions/http/apps/read-app.ts";
import { newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import type { PublishRequest, PublishResources } from "../../../functions/workflows/publish/publication.ts";
import type { PublishOutcome } from "../../../functions/workflows/publish/publish-events.ts";
import { storedUnits } from "../../../functions/workflows/publish/stored/stored-units.ts";
import { contentFolder, openFolder } from "./content.ts";
import { type PublishingWorld, publishingWorld } from "./publishing.ts";
import { type ContentFiles, writeFile } from "./small-newsroom.ts";

/** A content folder and the newsroom into which it is published, again and again. */
export interface ContentNewsroom {
  readonly directory: string;
  readonly world: PublishingWorld;
  /** Gives a folder another name. */
  rename(from: string, to: string): void;
  write(name: string, content: ContentFiles[string]): void;
  /** Changes a file; refuses a change that changes nothing. */
  edit(name: string, change: (text: string) => string): void;
  /** Publishes what the folder holds at an instant. */
  publish(now: Instant, other?: Partial<PublishRequest & PublishResources>): Promise<PublishOutcome>;
  /** The newsroom as it answers at an instant. */
  at(now: Instant): Hono;
}

/**
 * @param changes files of the small newsroom that are other
 * @param spendSeats whether content with errors is published as far as it can be, instead of being a mistake of the test
 */
export async function contentNewsroom(
  changes: ContentFiles = {},
  { spendSeats = false }: { readonly spendSeats?: boolean } = {},
): Promise<ContentNewsroom> {
  const directory = await contentFolder(changes);
  const world = await publishingWorld();
  const reader = newsroomReader(world.client, world.table);
  return {
    directory,
    world,
    rename: (from, to) => renameSync(join(directory, from), join(directory, to)),
    write: (name, content) => writeFile(directory, name, content),
    edit: (name, change) => {
      const before = readFileSync(join(directory, name), "utf8");
      const after = change(before);
      if (after === before) throw new Error(`Nothing changed in ${name}.`);
      writeFile(directory, name, after);
    },
    publish: async (now, other = {}) => {
      const { manifest, held, problems } = await openFolder(directory, {
        now,
        stored: () => storedUnits(world.publication, now),
      });
      if (held.length > 0 && !spendSeats)
        throw new Error(`The content has problems: ${JSON.stringify(problems, null, 2)}`);
      const clock = () => new Date(now);
      return world.publish(manifest ?? { units: [], held, isSiteFaulty: true }, { clock, ...other });
    },
    at: (now) => readApp({ reader, clock: () => new Date(now), preview: false }),
  };
}

/** A note in every language, as YAML. */
export const noteOf = (en: string) => `{ en: "${en}", ru: "${en} по-русски", kk: "${en} қазақша" }`;
