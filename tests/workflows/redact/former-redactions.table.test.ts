import { expect, test } from "vitest";
import { newsroomWriter } from "../../../functions/storage/newsroom/newsroom-writer.ts";
import { type EmergencyOrder, pendingItem } from "../../../functions/storage/newsroom/pending-emergencies.ts";
import { pendingEmergency } from "../../../functions/workflows/emergency/perform-emergency.ts";
import { pendingRefusal } from "../../../functions/workflows/publish/pending-refusal.ts";
import { formerRedactions } from "../../../functions/workflows/redact/former-redactions.ts";
import { freshNewsroomTable } from "../../worlds/tables/tables.ts";

const AT = "2026-03-01T10:00:00Z";
const BY_ID: EmergencyOrder = { verb: "redact", units: ["release/1", "site"], folders: [] };
/** As 0.1 noted it. */
const BY_FOLDER: EmergencyOrder = { verb: "redact", folders: ["releases/first"] };
const ALL: EmergencyOrder = { verb: "redact", units: [], folders: [] };
const OTHER: EmergencyOrder = { verb: "unhide", id: "1", what: "site.yaml" };

test.each<[readonly string[] | undefined, readonly EmergencyOrder[]]>([
  [["release/1"], []],
  [["release/1", "releases/a", "site"], [BY_ID]],
  [
    ["release/1", "releases/first", "site"],
    [BY_FOLDER, BY_ID],
  ],
  [undefined, [BY_FOLDER, BY_ID, ALL]],
])("a redaction of %j goes on with those that were about nothing else", async (places, expected) => {
  const { client, table } = await freshNewsroomTable();
  const writer = newsroomWriter(client, table);
  for (const order of [BY_ID, BY_FOLDER, ALL, OTHER])
    await writer.putAll([{ ...pendingItem(pendingEmergency(order, "Dana", AT)), writtenAt: AT }]);

  const found = (await formerRedactions(writer, places)).map(({ order }) => order);

  expect(found).toHaveLength(expected.length);
  expect(found).toEqual(expect.arrayContaining([...expected]));
});

test("the refusal gives the command that goes on with a redaction, of units or of everything", () => {
  const messageOf = (order: EmergencyOrder) => pendingRefusal([pendingEmergency(order, "Dana", AT)])?.message;
  expect(messageOf(BY_ID)).toContain("`npm run redact -- release/1 site`");
  expect(messageOf(ALL)).toContain("`npm run redact`");
});
