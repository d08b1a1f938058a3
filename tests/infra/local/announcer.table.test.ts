import { expect, it } from "vitest";
import { noticeKey } from "../../../functions/storage/newsroom/keys.ts";
import { noticeBoard } from "../../../functions/storage/newsroom/notices.ts";
import { startAnnouncer } from "../../../infra/local/announcer.ts";
import { siteDocument } from "../../worlds/documents/documents.ts";
import { uuid } from "../../worlds/documents/parts.ts";
import { startHub } from "../../worlds/reading/announcing.ts";
import { stored, storedSite, storeItems } from "../../worlds/tables/stored.ts";
import { freshNewsroomTable } from "../../worlds/tables/tables.ts";

const clock = () => new Date("2027-07-30T05:00:00Z");

/** A table in which a publication changed a feed, and whose site names a hub. */
async function newsroomWithHub(hub: string) {
  const { client, table } = await freshNewsroomTable();
  const path = "/en/releases/corrected";
  const notice = { kind: "notice", path, addresses: [path, "/en/feed.atom"] };
  await storeItems(client, table, [
    storedSite(siteDocument("en", { hub })),
    stored(noticeKey("2027-07-30T04:59:00Z", `release/${uuid(1)}`, path), notice),
  ]);
  return { client, table };
}

it("announces as soon as it is started, and leaves nothing under way when it is stopped", async () => {
  const { address } = await startHub();
  const { client, table } = await newsroomWithHub(address);
  await startAnnouncer({ client, table, clock, tell: () => {} }).stop();
  const board = noticeBoard(client, table);
  expect((await board.notices("2028-01-01T00:00:00Z").next()).done).toBe(true);
  expect((await board.mark())?.announced.waiting).toEqual({ "/en/feed.atom": "2027-07-30T05:00:00Z" });
});

it("says once that a hub fails, and once that it is told again", async () => {
  const hub = await startHub();
  const { client, table } = await newsroomWithHub(hub.address);
  let asked = 0;
  hub.answer = () => (++asked > 3 ? 202 : 503);
  const lines: string[] = [];
  let letEnd = () => {};
  const bothSaid = new Promise<void>((resolve) => {
    letEnd = resolve;
  });
  const tell = (line: string) => {
    if (lines.push(line) === 2) letEnd();
  };
  const announcer = startAnnouncer({ client, table, clock, tell, everyMs: 1 });
  await bothSaid;
  await announcer.stop();
  expect(asked).toBe(4);
  expect(lines).toEqual([
    expect.stringContaining("was not told of changes: it answered 503. It is tried again every minute"),
    expect.stringContaining("was told of changes again"),
  ]);
});
