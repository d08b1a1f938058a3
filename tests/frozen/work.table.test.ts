import { beforeAll, describe, expect, test } from "vitest";
import { addSeconds } from "../../functions/domain/instant.ts";
import { downloadCounts } from "../../functions/storage/newsroom/download-counts.ts";
import { newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { noticeBoard } from "../../functions/storage/newsroom/notices.ts";
import { accessLog } from "../../functions/storage/registrations/access-log.ts";
import { earlyGrants } from "../../functions/storage/registrations/early-grants.ts";
import { guestLists } from "../../functions/storage/registrations/guest-lists.ts";
import { housekeepingMarks } from "../../functions/storage/registrations/housekeeping-marks.ts";
import { mailboxes } from "../../functions/storage/registrations/mailboxes.ts";
import { registrationCounts } from "../../functions/storage/registrations/registration-counts.ts";
import { announce } from "../../functions/workflows/announce/announce.ts";
import { publishedSites } from "../../functions/workflows/announce/published-sites.ts";
import { checkIn } from "../../infra/cli/registrations/door-acts.ts";
import { accesses, counts, door, exported, list, needs } from "../../infra/cli/registrations/read-acts.ts";
import type { Desk } from "../../infra/cli/registrations/registrations-target.ts";
import { siteDocument } from "../worlds/documents/documents.ts";
import { BECAUSE, NOTHING } from "../worlds/registration/registrations-desk.ts";
import { peopleIn } from "./freeze/people-story.ts";
import { FROZEN_VERSIONS, openingsOf } from "./frozen-files.ts";
import { frozenStores } from "./frozen-world.ts";
import type { FrozenStores } from "./stores.ts";

describe.each(FROZEN_VERSIONS)("work that goes on over the tables of %s", (version) => {
  const { frozenAt, registrations } = openingsOf(version);
  let newsroom: string;

  beforeAll(async () => {
    ({ newsroom } = await frozenStores(version));
  });

  const people = async (seconds = 0) => {
    const stores = await frozenStores(version, { newsroom });
    const time = { now: Date.parse(addSeconds(frozenAt, seconds)) };
    return { stores, time, ...peopleIn(stores, time) };
  };
  const idOf = (name: string) => registrations[name]?.id ?? "";

  test("mail that waits is sent, and what another has claimed once its claim has ended", async () => {
    const { box, time, deliverAll, now } = await people(60);
    await deliverAll(idOf("fresh"));
    expect(await box.waitingOf(idOf("fresh"))).toEqual([]);
    const [claimed] = await box.waitingOf(idOf("invited"));
    expect(claimed?.attempts).toBe(1);
    if (claimed) expect(await box.claim(claimed.mail, "another-process", now())).toBe(true); // it is alone here
    time.now += 300_000;
    await deliverAll(idOf("invited"));
    expect(await box.waitingOf(idOf("invited"))).toEqual([]);
  });

  test("housekeeping ends what has run out, and nothing fails", async () => {
    const { keep, time, eventOf, registering } = await people();
    const first = await keep();
    expect(first.failures).toEqual([]);
    expect(first.told + first.reminded + first.erased).toBe(0);
    time.now += 3 * 86_400_000;
    const { failures, ended, offers } = await keep();
    expect({ failures, ended, offers }).toEqual({ failures: [], ended: 5, offers: 0 });
    const event = await eventOf("autumn-meeting");
    time.now = Date.parse(addSeconds(event.end, (event.keepDays + 1) * 86_400));
    for (let run = await keep(); run.forgotten + run.erased > 0; run = await keep())
      expect(run.failures).toEqual([]);
    for await (const left of registering.registrations.all(event.id)) expect(left).toBeUndefined();
  });

  test("what a publication left is announced, and the feeds that waited for the hub are told", async () => {
    const { stores, now } = await people(120);
    const forgotten: string[] = [];
    const pinged: string[] = [];
    const run = () =>
      announce({
        board: noticeBoard(stores.client, stores.newsroom),
        sites: () => publishedSites(newsroomReader(stores.client, stores.newsroom)),
        invalidate: async (addresses) => void forgotten.push(...addresses),
        ping: async (_, feed) => void pinged.push(feed),
        clock: () => new Date(Date.parse(now())),
        report: () => {},
      });
    await run();
    expect(forgotten).toContain("/en/our-work"); // which no cache was told
    expect(forgotten).not.toContain("/en/releases/online-marathon-2020"); // of which each was
    expect(pinged.length).toBeGreaterThan(0);
    pinged.length = 0;
    forgotten.length = 0;
    await run();
    expect(forgotten).toEqual([]);
  });

  test("the desk lists, exports and counts everyone, and the door lets in who has a pass", async () => {
    const world = await people();
    const desk = deskOf(world);
    const named = JSON.parse(await list(desk, { ...BECAUSE, json: true }, ["autumn-meeting"]));
    const ids = new Set(named.map(({ id }: { id: string }) => id));
    expect(ids.size).toBe(Object.keys(registrations).length);
    const table = await exported(desk, BECAUSE, ["autumn-meeting"]);
    for (const name of ["Дана Бек", "Арман Ким", "Person 16", "Agency Example"])
      expect(table).toContain(name);
    expect(await counts(desk, { ...NOTHING, json: true }, ["summer-meeting"])).toContain('"checkedIn": 1');
    expect(await needs(desk, BECAUSE, ["autumn-meeting"])).toContain("Nobody"); // who had needs has cancelled
    expect(await door(desk, BECAUSE, ["autumn-meeting"])).toContain("Dana Bek");
    expect(await accesses(desk)).toContain("grant autumn-meeting to Library. they open the door");
    const said: string[] = [];
    const [first = "", second = ""] = registrations.delegation?.passes ?? [];
    await checkIn({ ...desk, say: (text) => void said.push(text) }, NOTHING, [
      "autumn-meeting",
      first,
      second,
    ]);
    process.exitCode = 0;
    expect(said.map((line) => line.split(" ")[0])).toEqual(["NO", "YES"]); // the first was used at the door of 0.1
  });

  test("refused mailboxes, grants of names, early access and download counts are read", async () => {
    const { stores, eventOf, now } = await people();
    const { client } = stores;
    const refused = await mailboxes(client, stores.registrations).refused("person-16@example.org", now());
    expect(refused?.reason).toBe("bounce");
    const event = await eventOf("autumn-meeting");
    expect(await accessLog(client, stores.registrations).isGranted(event.id, "Library")).toBe(true);
    const grants = earlyGrants(client, stores.registrations);
    expect((await grants.all(now())).length).toBe(3);
    const days = [frozenAt.slice(0, 10)];
    let downloads = 0;
    for await (const { count } of downloadCounts(client, stores.newsroom, { days })) downloads += count;
    expect(downloads).toBe(2);
  });
});

function deskOf({
  stores,
  registering,
  events,
  eventOf,
  now,
}: ReturnType<typeof peopleIn> & { stores: FrozenStores }): Desk {
  const { client, registrations: table } = stores;
  const log = accessLog(client, table);
  return {
    registering,
    counts: registrationCounts(client, table),
    lists: guestLists(client, table),
    marks: housekeepingMarks(client, table),
    doNotInvite: registering.doNotInvite,
    mailboxes: mailboxes(client, table),
    log,
    address: "https://newsroom.example.org",
    who: "press@desk",
    zone: "Asia/Almaty",
    now,
    say: () => {},
    write: () => {},
    warn: () => {},
    confirmed: async () => true,
    site: async (language) => siteDocument(language),
    events: () => events.all(now()),
    event: eventOf,
    logged: (what, why = "a reason") => log.add({ at: now(), who: "press@desk", why, what }),
  };
}
