import { Hono } from "hono";
import type { Instant } from "../../../functions/domain/instant.ts";
import { downloadsApp } from "../../../functions/http/apps/downloads-app.ts";
import { readApp } from "../../../functions/http/apps/read-app.ts";
import { newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import { openContent } from "../../../functions/workflows/content/open-content.ts";
import { temporaryFolder } from "../commands/temporary-folder.ts";
import { publishingWorld } from "./publishing.ts";

/** The public address of newsrooms in tests. */
export const ADDRESS = "https://newsroom.example.org";

export interface PublishedContent {
  readonly table: string;
  /** The newsroom as it answers at an instant. */
  at(now: Instant): Hono;
  /** The read units that answering one address takes, as DynamoDB counts them, with the answer's body. */
  cost(path: string, now: Instant): Promise<{ units: number; status: number; body: string }>;
}

/** Publishes a content directory into a table of its own, as `npm run publish` does. */
export async function publishedContent(directory: string, publishedAt: Instant): Promise<PublishedContent> {
  const { manifest, problems } = await openContent(directory, {
    address: ADDRESS,
    rendering: "test",
    now: publishedAt,
  });
  if (!manifest) throw new Error(`The content has problems: ${JSON.stringify(problems, null, 2)}`);
  const world = await publishingWorld();
  world.setTime(publishedAt);
  await world.publish(manifest);
  let units = 0;
  const reader = newsroomReader(world.client, world.table, (consumed) => {
    units += consumed;
  });
  const at = (now: Instant) => {
    const dependencies = { reader, clock: () => new Date(now), preview: false };
    const read = readApp(dependencies);
    const downloads = downloadsApp({ ...dependencies, count: async () => {}, uncounted: () => {} });
    return new Hono()
      .all("/downloads/*", ({ req }) => downloads.fetch(req.raw))
      .all("*", ({ req }) => read.fetch(req.raw));
  };
  return {
    table: world.table,
    at,
    async cost(path, now) {
      units = 0;
      const answer = await at(now).request(path);
      return { units, status: answer.status, body: await answer.text() };
    },
  };
}

/** A folder of its own for a test's content. */
export function contentFolder(): string {
  return temporaryFolder();
}
