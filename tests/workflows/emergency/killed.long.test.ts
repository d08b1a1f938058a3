import { expect, test } from "vitest";
import type { EmergencyOrder } from "../../../functions/storage/newsroom/pending-emergencies.ts";
import {
  finishEmergencies,
  performEmergency,
} from "../../../functions/workflows/emergency/perform-emergency.ts";
import { canBePerformed, performOrder } from "../../../functions/workflows/emergency/perform-order.ts";
import { killedAfter } from "../../worlds/content/publishing.ts";
import {
  type EmergencyWorld,
  emergencyWorld,
  hideOrder,
  takedownOrder,
} from "../../worlds/emergency/emergencies.ts";

const BEFORE = "2026-03-01T09:00:00Z";

async function small(): Promise<EmergencyWorld> {
  const world = await emergencyWorld();
  await world.publish(BEFORE);
  return world;
}

/** Orders of one world, by verb; what is shown again was hidden before. */
async function orderOf(world: EmergencyWorld, verb: "hide" | "unhide" | "takedown"): Promise<EmergencyOrder> {
  const subject = await world.subject("photos/steppe");
  if (verb === "takedown") return takedownOrder(world, subject);
  const order = hideOrder(world, subject);
  if (verb === "hide") return order;
  await world.order(order);
  return { verb, id: order.id, what: order.what };
}

test.each(["hide", "unhide", "takedown"] as const)(
  "%s that is killed at any write is finished by the next command, to the same end",
  async (verb) => {
    const whole = await small();
    await whole.order(await orderOf(whole, verb));
    const end = await whole.shown();
    const keys = await whole.keys();

    for (let writes = 1; ; writes += 4) {
      const world = await small();
      const order = await orderOf(world, verb);
      const writer = killedAfter(writes, world.world.writer);
      const killed = await performEmergency({ ...world.emergency, writer }, order, "Dana", performOrder).then(
        () => false,
        () => true,
      );
      if (!killed) break;
      await finishEmergencies(world.emergency, performOrder, canBePerformed);
      expect(await world.shown()).toEqual(end);
      expect(await world.keys()).toEqual(keys);
    }
  },
);
