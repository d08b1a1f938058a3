import { createServer } from "node:http";
import { onTestFinished } from "vitest";
import type { SiteDocument } from "../../../functions/domain/documents/site.ts";
import type { Instant } from "../../../functions/domain/instant.ts";
import { noticeKey, scheduledChangeKey } from "../../../functions/storage/newsroom/keys.ts";
import { type NoticeBoard, noticeBoard } from "../../../functions/storage/newsroom/notices.ts";
import { type Announcing, announce } from "../../../functions/workflows/announce/announce.ts";
import type { AnnounceEvent } from "../../../functions/workflows/announce/announce-events.ts";
import { pingHub } from "../../../functions/workflows/announce/ping-hub.ts";
import { siteDocument } from "../documents/documents.ts";
import { uuid } from "../documents/parts.ts";
import { stored, storeItems } from "../tables/stored.ts";
import { freshNewsroomTable } from "../tables/tables.ts";

const UNIT = `release/${uuid(1)}`;

/** A newsroom table with its notices, and everything that an announcement reaches. */
export interface AnnouncingWorld {
  readonly board: NoticeBoard;
  readonly announcing: Announcing;
  /** Addresses that caches were told to forget, one list for each time, and by which reference. */
  readonly forgotten: { readonly addresses: readonly string[]; readonly reference: string }[];
  readonly told: AnnounceEvent[];
  /** A document at the path changes by the clock. */
  turns(at: Instant, path: string, addresses?: readonly string[]): Promise<void>;
  /** A publication changed the document at the path. */
  publishes(at: Instant, path: string, addresses?: readonly string[]): Promise<void>;
  announceAt(now: Instant, other?: Partial<Announcing>): Promise<void>;
  /** Paths of the notices that stand. */
  notices(): Promise<string[]>;
}

/** @param site changes the English site, such as the hub it names */
export async function announcingWorld(site: Partial<SiteDocument> = {}): Promise<AnnouncingWorld> {
  const { client, table } = await freshNewsroomTable();
  const board = noticeBoard(client, table);
  const forgotten: { addresses: readonly string[]; reference: string }[] = [];
  const told: AnnounceEvent[] = [];
  const announcing: Announcing = {
    board,
    sites: async () => [siteDocument("en", site)],
    invalidate: async (addresses, reference) => void forgotten.push({ addresses, reference }),
    ping: pingHub,
    clock: () => new Date(0),
    report: (event) => void told.push(event),
  };
  const store = (key: ReturnType<typeof scheduledChangeKey>, path: string, addresses: readonly string[]) =>
    storeItems(client, table, [stored(key, { kind: "notice", path, addresses })]);
  return {
    board,
    announcing,
    forgotten,
    told,
    turns: (at, path, addresses = [path]) => store(scheduledChangeKey(at, UNIT, path), path, addresses),
    publishes: (at, path, addresses = [path]) => store(noticeKey(at, UNIT, path), path, addresses),
    announceAt: (now, other = {}) => announce({ ...announcing, clock: () => new Date(now), ...other }),
    notices: async () => {
      const paths: string[] = [];
      for await (const { notice } of board.notices("9999-12-31T00:00:00Z")) paths.push(notice.path);
      return paths;
    },
  };
}

/** A hub on this machine that takes down of what it is told. */
export interface Hub {
  readonly address: string;
  /** Bodies of the requests it took, decoded. */
  readonly heard: Record<string, string>[];
  /** The status with which it answers for a feed from now on. */
  answer: (feed: string) => number;
}

/** It ends with the test. */
export async function startHub(): Promise<Hub> {
  const hub = { address: "", heard: [] as Record<string, string>[], answer: (_: string): number => 204 };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const fields = Object.fromEntries(new URLSearchParams(body));
    const status = hub.answer(fields["hub.url"] ?? "");
    if (status < 300) hub.heard.push(fields);
    response.writeHead(status, status === 307 ? { Location: "/elsewhere" } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const where = server.address();
  if (where === null || typeof where === "string") throw new Error("The hub listens nowhere");
  hub.address = `http://127.0.0.1:${where.port}/`;
  return hub;
}
