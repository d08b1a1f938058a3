import { dirname } from "node:path";
import type { Problem } from "../../../functions/domain/content/problem.ts";
import { type Clock, toInstant } from "../../../functions/domain/instant.ts";
import { mediaStore } from "../../../functions/storage/buckets/media-store.ts";
import { originalsStore } from "../../../functions/storage/buckets/originals-store.ts";
import { hiddenUnitIds } from "../../../functions/storage/newsroom/fence.ts";
import { newsroomLedger } from "../../../functions/storage/newsroom/ledger.ts";
import { newsroomWriter } from "../../../functions/storage/newsroom/newsroom-writer.ts";
import { publishLease } from "../../../functions/storage/newsroom/publish-lease.ts";
import { placeCapacities } from "../../../functions/storage/registrations/place-capacities.ts";
import { openContent } from "../../../functions/workflows/content/open-content.ts";
import type { Manifest } from "../../../functions/workflows/manifest.ts";
import { publish } from "../../../functions/workflows/publish/publish.ts";
import type { PublishEvent, PublishOutcome } from "../../../functions/workflows/publish/publish-events.ts";
import { storedUnits } from "../../../functions/workflows/publish/stored/stored-units.ts";
import type { Stores } from "../../local/stores.ts";
import { progressOn, type Screen } from "../console/publish-words.ts";
import { finishPending } from "../emergency/emergency.ts";
import { originalsFrom } from "../originals/originals-source.ts";
import { hasDied, thisProcess } from "../target/lease-holder.ts";
import { renderingHash } from "./rendering-hash.ts";

/** What publishing a folder once came to. */
export interface FolderPublication {
  readonly outcome: PublishOutcome;
  readonly units: readonly Extract<PublishEvent, { kind: "unit" }>[];
  /** What stays as it was, and why. */
  readonly refused: readonly Extract<PublishEvent, { kind: "refused" }>[];
  readonly seconds: number;
}

/** Publishes one folder, again and again, into the newsroom on this machine. */
export interface FolderPublisher {
  /**
   * @returns everything that is wrong with the content, and what was published unless site.yaml has an error
   * @throws Refusal of the folder or of the publication
   */
  publish(): Promise<{ problems: readonly Problem[]; publication?: FolderPublication }>;
  /** Ends what is under way after the units in flight, and waits for it. */
  stop(): Promise<void>;
}

export interface FolderPublisherOptions {
  readonly content: string;
  /** Folder in which compiling keeps its results. */
  readonly cache: string;
  readonly stores: Stores;
  /** Address of the newsroom on this machine. */
  readonly address: string;
  readonly clock: Clock;
  /** Where progress is shown; nowhere but on a terminal. */
  readonly screen: Screen;
  /** Is given everything that publishing reports. */
  readonly report?: (event: PublishEvent) => void;
}

export function folderPublisher(options: FolderPublisherOptions): FolderPublisher {
  const { content, cache, address, clock } = options;
  const { s3, dynamodb } = options.stores;
  const stores = {
    ledger: newsroomLedger(dynamodb.client, dynamodb.table),
    writer: newsroomWriter(dynamodb.client, dynamodb.table),
  };
  const originals = originalsFrom(
    originalsStore(s3.client, s3.originalsBucket),
    dirname(cache),
    options.screen,
  );
  const ending = new AbortController();
  const rendering = renderingHash(new URL("../../../functions/", import.meta.url));
  let underWay: Promise<unknown> = Promise.resolve();

  const target = {
    name: "this machine",
    address,
    dynamodb: dynamodb.client,
    table: dynamodb.table,
    registrations: dynamodb.registrations,
    s3: s3.client,
    mediaBucket: s3.mediaBucket,
    originalsBucket: s3.originalsBucket,
  };

  async function publishOnce() {
    const start = performance.now();
    await finishPending(target);
    const now = toInstant(clock());
    const progress = progressOn(options.screen);
    const { problems, manifest, held } = await openContent(content, {
      address,
      rendering,
      now,
      cache,
      ...originals,
      hidden: await hiddenUnitIds(stores.writer),
      stored: () => storedUnits(stores, now),
      report: (event) => {
        options.report?.(event);
        if (options.screen.isTTY) progress.report(event);
      },
    });
    progress.end();
    if (!manifest) {
      await publishManifest({ units: [], held, isSiteFaulty: true }, options, ending.signal);
      return { problems };
    }
    const told = await publishManifest(manifest, options, ending.signal);
    return { problems, publication: { ...told, seconds: (performance.now() - start) / 1_000 } };
  }

  return {
    publish: () => {
      const once = publishOnce();
      underWay = once.catch(() => {});
      return once;
    },
    stop: async () => {
      ending.abort();
      await underWay;
    },
  };
}

async function publishManifest(
  manifest: Manifest,
  { stores: { dynamodb, s3 }, clock, screen, report }: FolderPublisherOptions,
  signal: AbortSignal,
): Promise<Omit<FolderPublication, "seconds">> {
  const units: Extract<PublishEvent, { kind: "unit" }>[] = [];
  const refused: Extract<PublishEvent, { kind: "refused" }>[] = [];
  const progress = progressOn(screen);
  try {
    // What may never leave a newsroom in public without a word is still being tried out here.
    const asked = { manifest, removeMissing: true, allowHide: true, allowReturn: true };
    const outcome = await publish(asked, {
      writer: newsroomWriter(dynamodb.client, dynamodb.table),
      media: mediaStore(s3.client, s3.mediaBucket),
      ledger: newsroomLedger(dynamodb.client, dynamodb.table),
      places: placeCapacities(dynamodb.client, dynamodb.registrations),
      lease: publishLease(dynamodb.client, dynamodb.table, { holder: thisProcess(), clock, hasDied }),
      invalidate: async () => {}, // the edge on this machine keeps nothing
      clock,
      signal,
      report: (event) => {
        if (event.kind === "unit") units.push(event);
        report?.(event);
        if (event.kind === "refused") refused.push(event);
        else if (screen.isTTY) progress.report(event);
      },
    });
    return { outcome, units, refused };
  } finally {
    progress.end();
  }
}
