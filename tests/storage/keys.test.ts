import { expect, test } from "vitest";
import { LANGUAGES } from "../../functions/domain/language.ts";
import type { Key } from "../../functions/storage/dynamodb/key.ts";
import * as newsroom from "../../functions/storage/newsroom/keys.ts";
import {
  formSuffix,
  isHeadKey,
  parseNewsroomKey,
  parsePartition,
} from "../../functions/storage/newsroom/parse-key.ts";
import {
  parseRegistrationsKey,
  registrationsKeyOf,
} from "../../functions/storage/registrations/parse-registrations-key.ts";
import * as registrations from "../../functions/storage/registrations/registrations-keys.ts";
import { fc } from "../worlds/documents/fast-check.ts";

const word = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/);
const at = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2039-01-01"), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);
const hex = fc.stringMatching(/^[0-9a-f]{8}$/);
const path = fc
  .tuple(fc.constantFrom(...LANGUAGES), word)
  .map(([language, slug]) => `/${language}/releases/${slug}`);
const unit = fc.tuple(fc.constantFrom("release", "event", "kit"), word).map((parts) => parts.join("/"));
const language = fc.constantFrom(...LANGUAGES);
const list = fc.oneof(
  fc.constantFrom("releases", "feed", "events", "changes:releases"),
  word.map((topic) => `topic:${topic}`),
) as fc.Arbitrary<newsroom.ListName>;
const n = fc.nat(9999);

/** What a key is made of, by the maker; the parts are those that reading it gives back. */
const made = <Parts extends object>(parts: fc.Arbitrary<Parts>, make: (parts: Parts) => Key, kind: string) =>
  parts.map((each) => ({ key: make(each), expected: { kind, ...each } }));
const of = <Parts extends Record<string, unknown>>(
  parts: { [Name in keyof Parts]: fc.Arbitrary<Parts[Name]> },
) => fc.record(parts) as fc.Arbitrary<Parts>;

const N = newsroom;
const NEWSROOM: Record<string, fc.Arbitrary<{ key: Key; expected: object }>> = {
  documentKey: made(of({ path }), (p) => N.documentKey(p.path), "document"),
  changesKey: made(of({ path }), (p) => N.changesKey(p.path), "changes"),
  partKey: made(of({ path, hash: hex, n }), (p) => N.partKey(p.path, p.hash, p.n), "part"),
  formKey: made(of({ path, form: fc.constantFrom("md", "txt") }), (p) => N.formKey(p.path, p.form), "form"),
  versionKey: made(of({ unit, language, at }), (p) => N.versionKey(p.unit, p.language, p.at), "version"),
  scheduledChangeKey: made(
    of({ at, unit, path }),
    (p) => N.scheduledChangeKey(p.at, p.unit, p.path),
    "scheduled-change",
  ),
  noticeKey: made(of({ at, unit, path }), (p) => N.noticeKey(p.at, p.unit, p.path), "notice"),
  mediaFileKey: made(of({ unit, objectKey: path }), (p) => N.mediaFileKey(p.unit, p.objectKey), "media-file"),
  downloadCountKey: made(
    of({
      day: word,
      shard: fc.nat(7),
      kit: word,
      file: fc.tuple(word, word).map((names) => names.join("#")),
      rendition: fc.constantFrom("original", "web-jpeg"),
      by: fc.constantFrom("reader", "robot"),
    }),
    (p) => N.downloadCountKey(p as Parameters<typeof N.downloadCountKey>[0], p.shard),
    "download-count",
  ),
  takedownKey: made(
    of({ at, kit: word, asset: word }),
    (p) => N.takedownKey(p.at, p.kit, p.asset),
    "takedown",
  ),
  hiddenKey: made(of({ id: word }), (p) => N.hiddenKey(p.id), "hidden"),
  redactedKey: made(of({ unit }), (p) => N.redactedKey(p.unit), "redacted"),
  pendingKey: made(of({ at, id: word }), (p) => N.pendingKey(p.at, p.id), "pending"),
  registrationEventKey: made(
    of({ event: word }),
    (p) => N.registrationEventKey(p.event),
    "registration-event",
  ),
  availabilityKey: made(of({ event: word }), (p) => N.availabilityKey(p.event), "availability"),
  announcedKey: fc.constant({ key: N.announcedKey, expected: { kind: "announced" } }),
  siteKey: made(of({ language }), (p) => N.siteKey(p.language), "site"),
  entryKey: made(
    of({ language, list, at, id: word }),
    (p) => N.entryKey(p.language, p.list, p.at, p.id),
    "entry",
  ),
  entryKeyIn: made(
    of({ language, list, at, id: word }),
    (p) => N.entryKeyIn(N.listPartition(p.language, p.list), p.at, p.id),
    "entry",
  ),
  listStateKey: made(of({ language, list }), (p) => N.listStateKey(p.language, p.list), "list-state"),
  listStateKeyOf: made(
    of({ language, list }),
    (p) => N.listStateKeyOf(N.listPartition(p.language, p.list)),
    "list-state",
  ),
  sitemapEntryKey: made(
    of({ name: word, at, id: word }),
    (p) => N.sitemapEntryKey(p.name, p.at, p.id),
    "sitemap-entry",
  ),
  sitemapFileKey: made(of({ name: word }), (p) => N.sitemapFileKey(p.name), "sitemap-file"),
  ledgerKey: made(of({ unit }), (p) => N.ledgerKey(p.unit), "record"),
  holdingKey: made(of({ unit, path }), (p) => N.holdingKey(p.unit, p.path), "holding"),
  leaseKey: fc.constant({ key: N.leaseKey, expected: { kind: "lease" } }),
  leaseLaneKey: made(of({ n: fc.nat(7) }), (p) => N.leaseLaneKey(p.n), "lease-lane"),
};

const R = registrations;
const uuid = fc.uuid();
const REGISTRATIONS: Record<string, fc.Arbitrary<{ key: Key; expected: object }>> = {
  grantKey: made(of({ grant: uuid }), (p) => R.grantKey(p.grant), "grant"),
  openedKey: made(
    of({ grant: uuid, at, random: hex }),
    (p) => R.openedKey(p.grant, p.at, p.random),
    "opened",
  ),
  grantEntryKey: made(of({ grant: uuid, at }), (p) => R.grantEntryKey(p.at, p.grant), "grant-entry"),
  placeKey: made(of({ event: uuid, place: word }), (p) => R.placeKey(p.event, p.place), "place"),
  registrationKey: made(
    of({ event: uuid, registration: uuid }),
    (p) => R.registrationKey(p.event, p.registration),
    "registration",
  ),
  addressKey: made(of({ event: uuid, hash: hex }), (p) => R.addressKey(p.event, p.hash), "address"),
  waitingKey: made(
    of({ event: uuid, place: word, priority: fc.nat(9), submittedAt: at, registration: uuid }),
    (p) => R.waitingKey(p.event, { ...p, seats: 1, verified: true, approved: true }),
    "waiting",
  ),
  holdKey: made(
    of({ event: uuid, place: word, until: at, registration: uuid }),
    (p) => R.holdKey(p.event, p),
    "hold",
  ),
  outboxKey: made(of({ registration: uuid, version: n, index: fc.nat(99) }), (p) => R.outboxKey(p), "mail"),
  submissionKey: made(of({ form: uuid }), (p) => R.submissionKey(p.form), "submission"),
  mailboxKey: made(of({ hash: hex }), (p) => R.mailboxKey(p.hash), "mailbox"),
  refusedLatelyKey: made(of({ at, hash: hex }), (p) => R.refusedLatelyKey(p.at, p.hash), "refused-lately"),
  doNotInviteKey: made(of({ hash: hex }), (p) => R.doNotInviteKey(p.hash), "do-not-invite"),
  limitKey: made(of({ day: word, hash: hex }), (p) => R.limitKey(p.day, p.hash), "limit"),
  networkKey: made(
    of({ day: word, hash: hex, hour: fc.constantFrom("00", "23") }),
    (p) => R.networkKey(`${p.day}#${p.hash}`, p.hour),
    "network",
  ),
  limitKeyKey: made(of({ day: word }), (p) => R.limitKeyKey(p.day), "limit-key"),
  housekeepingKey: made(
    of({ event: uuid, task: word }),
    (p) => R.housekeepingKey(p.event, p.task),
    "housekeeping",
  ),
  guestListKey: made(of({ event: uuid, list: hex }), (p) => R.guestListKey(p.event, p.list), "guest-list"),
  countKey: made(
    of({ event: uuid, place: word, state: word }),
    (p) => R.countKey(p.event, p.place, p.state),
    "count",
  ),
  accessLogKey: made(of({ at, random: hex }), (p) => R.accessLogKey(p.at, p.random), "access"),
  coOrganiserKey: made(
    of({ event: uuid, name: word }),
    (p) => R.coOrganiserKey(p.event, p.name),
    "co-organiser",
  ),
};

const makersOf = (module: object): string[] =>
  Object.keys(module)
    .filter((name) => /Key(?:Of|In)?$/.test(name))
    .sort();

test("every maker of a key is read back by a test of this file", () => {
  expect(Object.keys(NEWSROOM).sort()).toEqual(makersOf(newsroom));
  expect(Object.keys(REGISTRATIONS).sort()).toEqual(makersOf(registrations));
});

test.each(Object.entries(NEWSROOM))("a key of the newsroom that %s makes is read back", (_, keys) => {
  fc.assert(
    fc.property(keys, ({ key, expected }) => {
      expect(parseNewsroomKey(key)).toEqual(expected);
    }),
  );
});

test.each(Object.entries(REGISTRATIONS))("a key of registrations that %s makes is read back", (_, keys) => {
  fc.assert(
    fc.property(keys, ({ key, expected }) => {
      expect(parseRegistrationsKey(key)).toEqual(expected);
    }),
  );
});

test.each([
  { pk: "unknown", sk: "x" },
  { pk: "unknown#a", sk: "x" },
  { pk: "/en/a", sk: "unknown" },
  { pk: "/en/a", sk: "document#1" },
  { pk: "/en/a", sk: "form#pdf" },
  { pk: "site#xx", sk: "document" },
  { pk: "list#xx#releases", sk: "a#b" },
  { pk: "versions#release/1#xx", sk: "a" },
  { pk: "fence", sk: "other#1" },
])("a key that nothing makes is read as none: %j", (key) => {
  expect(parseNewsroomKey(key)).toBeUndefined();
  expect(parseRegistrationsKey(key)).toBeUndefined();
});

test("a row of another kind is an error that quotes nothing of it", () => {
  expect(() => registrationsKeyOf({ pk: "place#secret#hall", sk: "place" }, "hold")).toThrow(
    /^A row of place is not a hold\.$/,
  );
});

test("partitions, heads and forms are told apart", () => {
  expect(parsePartition("list#en#releases")).toEqual({ kind: "list", language: "en", list: "releases" });
  expect(parsePartition("sitemap#pages-2020-1")).toEqual({ kind: "sitemap", name: "pages-2020-1" });
  expect(parsePartition("ledger#release/1")).toBeUndefined();
  expect([N.documentKey("/en/a"), N.siteKey("en"), N.changesKey("/en/a")].map(isHeadKey)).toEqual([
    true,
    true,
    false,
  ]);
  expect(
    [N.formKey("/en/a", "md"), N.formKey("/en/a", "txt"), N.documentKey("/en/a")].map(formSuffix),
  ).toEqual([".md", ".txt", ""]);
});
