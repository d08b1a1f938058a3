import { expect, test } from "vitest";
import { pendingEmergencies } from "../../../functions/storage/newsroom/pending-emergencies.ts";
import { performEmergency } from "../../../functions/workflows/emergency/perform-emergency.ts";
import { performOrder } from "../../../functions/workflows/emergency/perform-order.ts";
import { storedUnit } from "../../../functions/workflows/publish/stored/stored-unit.ts";
import { contentNewsroom, noteOf } from "../../worlds/content/content-newsroom.ts";
import { withoutTimes } from "../../worlds/content/publishing.ts";
import { KIT_ID, RELEASE_ID } from "../../worlds/content/small-newsroom.ts";
import { emergencyIn } from "../../worlds/emergency/emergency.ts";

const BEFORE = "2026-03-01T09:00:00Z";
const NOW = "2026-03-01T10:00:00Z";
const NOTE = { en: "Why", ru: "Why по-русски", kk: "Why қазақша" };
const UNIT = `release/${RELEASE_ID}`;

async function newsroom() {
  const newsroom = await contentNewsroom();
  await newsroom.publish(BEFORE);
  return { ...newsroom, emergency: await emergencyIn(newsroom.world, NOW) };
}

const order = (verb: "withdraw" | "gone", unit = UNIT) =>
  ({ verb, unit, folder: "releases/first", at: NOW, ...(verb === "withdraw" && { note: NOTE }) }) as const;

test("a stored unit that is published as it is changes nothing", async () => {
  const { world, emergency } = await newsroom();
  const records = await emergency.ledger.records();
  const before = await world.items();
  for (const [unit, record] of records) {
    if (unit.startsWith("series/") || unit === "site") continue;
    const stored = await storedUnit(emergency, unit, record);
    const handle = {
      ...stored,
      fingerprint: "other",
      compile: async () => ({ ...stored, fingerprint: "other" }),
    };
    await world.publish({ units: [handle] }, { only: [unit] });
  }
  const items = (await world.items()).filter(({ key }) => key.pk !== "ledger");
  expect(items).toEqual(before.filter(({ key }) => key.pk !== "ledger"));
});

test.each(["withdraw", "gone"] as const)(
  "%s of what is stored comes to the same as that of the content",
  async (verb) => {
    const { world, emergency } = await newsroom();
    await performEmergency(emergency, order(verb), "Dana", performOrder);
    const compiled = await newsroom();
    const note = verb === "withdraw" ? `, note: ${noteOf("Why")}` : "";
    compiled.edit(
      "releases/first/release.yaml",
      (yaml) => `${yaml}leaving: { verb: ${verb}, at: ${NOW}${note} }\n`,
    );
    await compiled.publish(NOW);

    const comparable = (items: Awaited<ReturnType<typeof world.items>>) =>
      withoutTimes(items.filter(({ key }) => !key.pk.startsWith("ledger")));
    expect(comparable(await world.items())).toEqual(comparable(await compiled.world.items()));
  },
);

test.each(["withdraw", "gone"] as const)(
  "%s that the content does not know of is undone by no publication, not even where returns are allowed",
  async (verb) => {
    const { publish, at, emergency } = await newsroom();
    await performEmergency(emergency, order(verb), "Dana", performOrder);
    expect(await publish(NOW, { allowReturn: true })).toMatchObject({ refused: 1 });
    expect((await at(NOW).request("/en/releases/first.json")).status).toBe(verb === "gone" ? 410 : 200);
    expect(await (await at(NOW).request("/en/releases")).text()).not.toContain("/releases/first");
  },
);

test("a kit that is withdrawn as it is stored offers no file any more, and shows its pictures", async () => {
  const { emergency, at } = await newsroom();
  const kit = { ...order("withdraw", `kit/${KIT_ID}`), folder: "media-kits/photos" };
  const { addresses } = await performEmergency(emergency, kit, "Dana", performOrder);

  expect((await at(NOW).request("/en/kits/photos")).status).toBe(200);
  expect(addresses).toContainEqual({ address: "/downloads/photos/photos.zip", answers: [410] });
  expect(addresses).toContainEqual({ address: "/en/kits/photos", answers: [200], shows: "Why" });
});

test("an emergency of what was never published says so, and stays pending for nobody", async () => {
  const { emergency } = await newsroom();
  await expect(
    performEmergency(emergency, order("gone", "release/nobody"), "Dana", performOrder),
  ).rejects.toMatchObject({ code: "emergency-nothing" });
  expect(await pendingEmergencies(emergency.writer)).toEqual([]);
});
