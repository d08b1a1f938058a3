import { expect, test } from "vitest";
import type { Submission } from "../../../functions/domain/registration/decisions/submit.ts";
import { outbox } from "../../../functions/storage/registrations/outbox.ts";
import { erase } from "../../../functions/workflows/registration/erase.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import { cancel, verify } from "../../../functions/workflows/registration/self-service.ts";
import { stateOf } from "../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, placeOf, submissionOf } from "../../worlds/registration/registration-events.ts";
import { violations } from "../../worlds/registration/registration-invariants.ts";

type Ending = (world: RegisteringWorld, submission: Submission) => Promise<unknown>;

const of = ({ event }: RegisteringWorld, { id }: Submission) => ({ event, id });

test.each<[string, Ending]>([
  [
    "was cancelled",
    async (world, submission) => {
      await verify(world.dependencies, of(world, submission));
      await cancel(world.dependencies, of(world, submission), []);
    },
  ],
  ["was not verified in time", async (world) => world.pass(4 * 3600)],
  [
    "was deleted",
    async (world, submission) => erase(world.dependencies, of(world, submission), { tells: false }),
  ],
  [
    "was verified and deleted",
    async (world, submission) => {
      await verify(world.dependencies, of(world, submission));
      await erase(world.dependencies, of(world, submission), { tells: true });
    },
  ],
])(
  "a form that is sent again after its registration %s makes another, whose mail goes out",
  async (_, ends) => {
    const world = await registeringWorld(eventOf([placeOf("hall", { capacity: 1 })]));
    const submission = submissionOf();
    await register(world.dependencies, world.event, submission);
    await ends(world, submission);
    const again = await register(world.dependencies, world.event, submission);
    expect(again).toMatchObject({ outcome: "registered" });
    expect(again.id).not.toBe(submission.id);
    const waiting = await outbox(world.client, world.table).waitingOf(again.id);
    expect(waiting.map(({ mail }) => mail.kind)).toEqual(["verify"]);
    await verify(world.dependencies, { event: world.event, id: again.id });
    expect(await stateOf(world, again)).toBe("confirmed");
    expect(await violations(world, new Map([["hall", 1]]))).toEqual([]);
  },
);

test("a form that is sent again after it was verified changes nothing of its registration", async () => {
  const world = await registeringWorld(eventOf([placeOf("hall")]));
  const submission = submissionOf();
  await register(world.dependencies, world.event, submission);
  await verify(world.dependencies, of(world, submission));
  const [before] = await world.all();
  expect(await register(world.dependencies, world.event, submission)).toMatchObject({ outcome: "duplicate" });
  expect(await world.all()).toEqual([before]);
});
