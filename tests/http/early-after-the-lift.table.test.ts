import { beforeAll, describe, expect, test } from "vitest";
import { originalOf } from "../../functions/domain/documents/kit.ts";
import { addSeconds } from "../../functions/domain/instant.ts";
import { kitDocument, releaseDocument } from "../worlds/documents/documents.ts";
import { uuid } from "../worlds/documents/parts.ts";
import {
  asDraft,
  DAYS,
  type EarlyWorld,
  earlyWorld,
  GRANTED_AT,
  grantOf,
  unitOf,
} from "../worlds/reading/early.ts";
import { storedPublication } from "../worlds/tables/stored.ts";

const LIFT = addSeconds(GRANTED_AT, DAYS(7));
const LIFTING = { publishAt: LIFT, updated: LIFT, corrections: [] };

const release = releaseDocument("en", LIFTING);
const kit = kitDocument("en", { id: uuid(3), ...LIFTING });
const [asset] = kit.assets;
if (!asset) throw new Error("The kit has no asset.");
const { download = "", path: bytesPath } = originalOf(asset);
const alone = (n: number, slug: string) => {
  const path = `/en/releases/${slug}`;
  return releaseDocument("en", {
    id: uuid(n),
    slug,
    path,
    translations: [{ language: "en", path }],
    ...LIFTING,
  });
};
const draft = alone(8, "a-draft");
const only = alone(9, "only");

let world: EarlyWorld;

beforeAll(async () => {
  world = await earlyWorld([
    ...[release, kit, only].flatMap((document) => storedPublication(document)),
    ...asDraft(storedPublication(draft)),
  ]);
});

const linkOf = async (...[units, changes]: Parameters<typeof grantOf>) => {
  const grant = grantOf(units, changes);
  await world.grants.add(grant);
  return world.token(grant);
};

describe("once all that was granted is public", () => {
  const ends = { expiresAt: LIFT };
  const leadsTo = async (path: string, now = LIFT, init: RequestInit = {}) => {
    const answer = await world.at(now).ask(path, init);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.getSetCookie()).toEqual([]);
    return [answer.status, answer.headers.get("location")];
  };

  test.each([
    ["the link", "", release.path],
    ["its contents", "/contents", release.path],
    ["a release", "/releases/world-day-2020", release.path],
    ["a page of a kit", "/kits/world-day?page=2", `${kit.path}?page=2`],
    ["a file of a kit", download, download],
    ["a picture", `${bytesPath}?of=${encodeURIComponent(kit.path)}`, bytesPath],
    ["a publication that was not granted", "/releases/neighbour", release.path],
  ])(
    "%s leads to the public address without the button, after the link has ended, too",
    async (_, path, to) => {
      const ended = grantOf([unitOf(release, LIFT), unitOf(kit, LIFT)], ends);
      await world.grants.add(ended);
      const link = `/en/early/${await world.token(ended)}`;
      expect(await leadsTo(link + path)).toEqual([302, to]);
      expect(await leadsTo(link + path, addSeconds(LIFT, DAYS(20)))).toEqual([302, to]);
      expect((await world.at(addSeconds(LIFT, -1)).ask(link + path)).headers.get("location")).not.toBe(to);
    },
  );

  test("the button leads there as well, and nothing is noted", async () => {
    const grant = grantOf([unitOf(release, LIFT)]);
    await world.grants.add(grant);
    const link = `/en/early/${await world.token(grant)}`;
    expect(await leadsTo(link, LIFT, { method: "POST" })).toEqual([303, release.path]);
    expect(await world.grants.openings(grant.id, LIFT)).toEqual([]);
  });

  test("the link in another language leads to that language where there is one", async () => {
    const inKazakh = release.translations.find(({ language }) => language === "kk")?.path;
    expect(await leadsTo(`/kk/early/${await linkOf([unitOf(release, LIFT)])}`)).toEqual([302, inKazakh]);
    expect(await leadsTo(`/kk/early/${await linkOf([unitOf(only, LIFT)])}`)).toEqual([302, only.path]);
  });

  test("a link that was revoked still opens nothing", async () => {
    const revoked = await linkOf([unitOf(release, LIFT)], { ...ends, revokedAt: GRANTED_AT });
    expect((await world.at(LIFT).ask(`/en/early/${revoked}`)).status).toBe(404);
  });
});

test("while part of what was granted is public, the link opens the rest as long as it lives", async () => {
  const units = [unitOf(release, LIFT), unitOf(draft, LIFT)];
  const [living, over] = [await linkOf(units), await linkOf(units, { expiresAt: LIFT })];
  const answer = async (path: string) => {
    const { status, headers } = await world.at(LIFT).ask(path);
    return [status, headers.get("location")];
  };
  expect(await answer(`/en/early/${living}`)).toEqual([200, null]);
  expect(await answer(`/en/early/${over}`)).toEqual([404, null]);
  for (const link of [living, over])
    expect(await answer(`/en/early/${link}/releases/world-day-2020`)).toEqual([302, release.path]);
  expect(await answer(`/en/early/${living}/releases/a-draft`)).toEqual([303, `/en/early/${living}`]);
  expect(await answer(`/en/early/${over}/releases/a-draft`)).toEqual([404, null]);
});
