import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { onTestFinished, vi } from "vitest";
import { detailOf } from "../../../functions/domain/detail.ts";
import { toInstant } from "../../../functions/domain/instant.ts";
import { createTables } from "../../../functions/storage/dynamodb/tables.ts";
import { redactNow } from "../../../infra/cli/redacting/redact-now.ts";
import { whileSearching } from "../../../infra/cli/redacting/redact-searches.ts";
import type { PublishTarget } from "../../../infra/cli/target/publish-target.ts";
import type { ContentNewsroom } from "../content/content-newsroom.ts";
import { freshBucket } from "../tables/tables.ts";
import { type Death, mortalClient } from "./mortal-client.ts";
import { onLoopback } from "./on-loopback.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** `npm run redact` once its questions are answered. */
export interface RedactCommand {
  readonly target: PublishTarget;
  /** @returns exit code and what it said */
  run(
    words: readonly string[],
    places: readonly string[],
    death?: Death,
  ): Promise<{ code: number | "killed"; said: string }>;
}

/** The command for a newsroom whose pages are answered, with buckets of its own. */
export async function redactCommand({ directory, world, at }: ContentNewsroom): Promise<RedactCommand> {
  const registrations = `registrations-${randomUUID()}`;
  await createTables(world.client, { newsroom: `newsroom-${randomUUID()}`, registrations });
  const { client: s3, bucket: mediaBucket } = await freshBucket();
  const { bucket: originalsBucket } = await freshBucket();
  const readers = createServer(async ({ url = "/" }, response) => {
    const answer = await at(toInstant(new Date())).request(url);
    response.writeHead(answer.status).end(await answer.text());
  });
  const { endpoint: address, stop } = await onLoopback(readers);
  onTestFinished(stop);
  const state = temporaryFolder();
  const { client, table } = world;
  const target = {
    name: "tests",
    dynamodb: client,
    table,
    registrations,
    s3,
    mediaBucket,
    originalsBucket,
    address,
  };
  const order = (words: readonly string[]) => ({ detail: detailOf([...words]), replacement: "[…]" });
  return {
    target,
    run: async (words, places, death) => {
      let said = "";
      const heard = (part: unknown) => {
        said += String(part);
        return true;
      };
      const streams = [process.stdout, process.stderr].map((stream) =>
        vi.spyOn(stream, "write").mockImplementation(heard),
      );
      const dynamodb = mortalClient(death);
      const asked = { content: directory, state, places, everywhere: false };
      try {
        const code = await whileSearching(order(words).detail, state, (search) =>
          redactNow({ ...target, dynamodb }, asked, order(words), search),
        );
        return { code, said };
      } catch (error) {
        if (error instanceof Error && error.message === "killed") return { code: "killed", said };
        throw error;
      } finally {
        for (const stream of streams) stream.mockRestore();
      }
    },
  };
}
