import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { ChangesDocument } from "../../functions/domain/documents/changes.ts";
import { NewsroomDocument } from "../../functions/domain/documents/document.ts";
import {
  EventEntry,
  FeedItem,
  FigureEntry,
  KitEntry,
  ListState,
  ReleaseEntry,
  SitemapEntry,
  SitemapFile,
  StatementEntry,
  TakedownNotice,
  Tombstone,
} from "../../functions/domain/documents/listing.ts";
import { Notice } from "../../functions/domain/documents/notice.ts";
import { SiteDocument } from "../../functions/domain/documents/site.ts";
import { Version } from "../../functions/domain/documents/version.ts";
import { AccessRecord, Grant } from "../../functions/domain/early/grant.ts";
import { Submission } from "../../functions/domain/registration/decisions/submit.ts";
import { RegistrationEvent } from "../../functions/domain/registration/event.ts";
import { OutboxMail } from "../../functions/domain/registration/mail.ts";
import { Registration } from "../../functions/domain/registration/registration.ts";
import { storedValue } from "../../functions/storage/dynamodb/stored-value.ts";
import { Holding, LedgerRecord } from "../../functions/storage/newsroom/ledger.ts";
import { MediaFile } from "../../functions/storage/newsroom/media-files.ts";
import { Announced } from "../../functions/storage/newsroom/notices.ts";
import { TakedownRecord } from "../../functions/storage/newsroom/takedowns.ts";
import { sourceFiles } from "../worlds/sources/source-files.ts";
import { dumpedItems, FROZEN_VERSIONS } from "./frozen-files.ts";
import type { DumpedItem } from "./table-dump.ts";

/** Whatever an entry of a list can be; which list shows which is for its routes. */
const Entry = v.union([
  v.variant("kind", [
    ReleaseEntry,
    EventEntry,
    KitEntry,
    FigureEntry,
    StatementEntry,
    Tombstone,
    TakedownNotice,
  ]),
  FeedItem,
]);

/** By the keys of an item, the schema with which its body is read; undefined for what has no body. */
const SCHEMAS: readonly [RegExp, v.GenericSchema | undefined][] = [
  [/^site#.. document$/, SiteDocument],
  [/^\/\S* document$/, NewsroomDocument],
  [/^\/\S* changes$/, ChangesDocument],
  [/^list#\S+ state$/, ListState],
  [/^list#\S+ \d/, Entry],
  [/^sitemap#/, SitemapEntry],
  [/^sitemaps /, SitemapFile],
  [/^(turnings|notices) /, Notice],
  [/^announced /, Announced],
  [/^versions#/, Version],
  [/^media#/, MediaFile],
  [/^takedowns /, TakedownRecord],
  [/^registration-events /, RegistrationEvent],
  [/^ledger /, LedgerRecord],
  [/^ledger#/, Holding],
  [/^early#\S+ grant$/, Grant],
  [/^early#\S+ opened#/, AccessRecord],
  [/^early-grants /, v.object({})],
  [/^registrations#/, Registration],
  [/^outbox#/, OutboxMail],
  [/^submission#/, Submission],
  [/^\/\S* form#/, undefined], // bytes as they are, or a redirect that took their place
  [
    /^(lease|downloads#|place#|address#|waiting#|holds#|mailbox#|limit|housekeeping#|counts#|access-log|co-org)/,
    undefined,
  ],
];

interface Stored {
  readonly key: { readonly pk: string; readonly sk: string };
  readonly schema: v.GenericSchema;
  readonly body: string;
}

/** Items with a body, each with its schema. @throws Error for an item of which nobody knows how it is read */
function storedIn(items: readonly DumpedItem[]): Stored[] {
  return items.flatMap(({ pk, sk, body }) => {
    const key = { pk: pk?.S ?? "", sk: sk?.S ?? "" };
    const found = SCHEMAS.find(([keys]) => keys.test(`${key.pk} ${key.sk}`));
    if (!found) throw new Error(`Nothing reads ${key.pk} ${key.sk}.`);
    const [, schema] = found;
    if (!schema) return [];
    const packed = body?.B === undefined ? undefined : inflateRawSync(Buffer.from(body.B, "base64"));
    return [{ key, schema, body: packed?.toString() ?? body?.S ?? "" }];
  });
}

describe.each(FROZEN_VERSIONS)("what %s stored", (version) => {
  const items = [...dumpedItems(version, "newsroom"), ...dumpedItems(version, "registrations")];
  const stored = storedIn(items);

  test("every item is read by the schema of today, with all that it holds", () => {
    const lost: string[] = [];
    for (const { key, schema, body } of stored) {
      const value = storedValue(schema, body, key);
      for (const attribute of lostFrom(JSON.parse(body), value))
        lost.push(`${key.pk} ${key.sk}: ${attribute}`);
    }
    expect(lost).toEqual([]);
    expect(stored.length).toBeGreaterThan(1000);
  });

  test("every item is read without any attribute that may be absent, and with one that came later", () => {
    const seen = new Set<v.GenericSchema>();
    for (const { key, schema, body } of stored) {
      if (seen.has(schema) || !("entries" in schema)) continue;
      seen.add(schema);
      const whole = JSON.parse(body);
      expect(() => storedValue(schema, JSON.stringify({ ...whole, later: { n: 1 } }), key)).not.toThrow();
      for (const name of optionalIn(schema)) {
        const { [name]: _, ...without } = whole;
        expect(() => storedValue(schema, JSON.stringify(without), key), name).not.toThrow();
      }
    }
    expect(seen.size).toBeGreaterThan(12);
  });
});

test("what cannot be read is named with its attributes, and nothing of it is quoted", () => {
  const key = { pk: "versions#release/1#en", sk: "2026-12-01T06:00:00Z" };
  const body = JSON.stringify({ kind: "version", path: "/en/x", title: 4711, writtenAt: "secret" });
  expect(() => storedValue(Version, body, key)).toThrow(
    /^The item versions#release\/1#en 2026-12-01T06:00:00Z is not what it should be in title, writtenAt, replacedAt, text\.$/,
  );
  expect(() => storedValue(Version, "{secret", key)).toThrow(/ is no JSON\.$/);
});

test("bodies of items are parsed in one place", () => {
  const rooms = [
    "storage",
    "workflows/publish",
    "workflows/redact",
    "workflows/takedown",
    "workflows/announce",
  ];
  const parsing = rooms
    .flatMap((room) => sourceFiles(`functions/${room}`))
    .filter((file) => /\bv\.(parse|safeParse)\(/.test(readFileSync(file, "utf8")))
    .map((file) => file.slice("functions/".length));
  expect(parsing.sort()).toEqual([
    "storage/dynamodb/stored-value.ts",
    "storage/newsroom/download-counts.ts", // a sort key
    "workflows/publish/changes/same-content.ts", // of any kind
    "workflows/publish/stored/former-document.ts", // what no schema reads any more
    "workflows/redact/search/search-metadata.ts", // what ExifTool says of a file
  ]);
});

/** Attributes of a stored value that the one that was read lacks: whoever writes it again would lose them. */
function lostFrom(was: unknown, is: unknown, path = ""): string[] {
  if (typeof was !== "object" || was === null) return [];
  if (typeof is !== "object" || is === null) return [path];
  return Object.entries(was).flatMap(([name, value]) => {
    const read = Object.entries(is).find(([each]) => each === name);
    return read ? lostFrom(value, read[1], `${path}.${name}`) : [`${path}.${name}`];
  });
}

function optionalIn(schema: v.GenericSchema): string[] {
  if (!("entries" in schema) || typeof schema.entries !== "object" || schema.entries === null) return [];
  return Object.entries(schema.entries)
    .filter(([, entry]) => entry.type === "optional")
    .map(([name]) => name);
}
