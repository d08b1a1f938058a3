import { expect, test } from "vitest";
import type { MailKind } from "../../../functions/domain/registration/mail.ts";
import type { WhichRegistration } from "../../../functions/workflows/registration/carry-out.ts";
import type { SubmittingDependencies } from "../../../functions/workflows/registration/dependencies.ts";
import { erase } from "../../../functions/workflows/registration/erase.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import {
  acceptOffer,
  addPlace,
  cancel,
  changePeople,
  verify,
} from "../../../functions/workflows/registration/self-service.ts";
import { comer, kinds, submitter } from "../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf, submissionOf } from "../../worlds/registration/registration-events.ts";
import { violations } from "../../worlds/registration/registration-invariants.ts";
import { withFaults } from "../../worlds/tables/faulty-table.ts";

interface Act {
  /** Brings about what the act needs. @returns about which registration it is */
  readonly before: (world: RegisteringWorld) => Promise<WhichRegistration>;
  readonly act: (dependencies: SubmittingDependencies, of: WhichRegistration) => Promise<unknown>;
  /** All mails to that registration in the end. */
  readonly mails: readonly MailKind[];
}

const FORM = submissionOf({ people: people(2) });
const STREAM = { place: "stream", people: people(1) };

/** Someone who was offered the seats that another gave back. */
async function offered(world: RegisteringWorld): Promise<WhichRegistration> {
  const seated = await comer(world, { people: people(3) });
  const of = await comer(world);
  await cancel(world.dependencies, seated, []);
  return of;
}

test.each<[string, Act]>([
  [
    "registers",
    {
      before: async ({ event }) => ({ event, id: FORM.id }),
      act: (dependencies, { event }) => register(dependencies, event, FORM),
      mails: ["verify"],
    },
  ],
  ["verifies", { before: submitter, act: verify, mails: ["verify", "confirmed"] }],
  [
    "accepts an offer",
    {
      before: offered,
      act: (dependencies, of) => acceptOffer(dependencies, of, "hall"),
      mails: ["verify", "waiting", "offer", "confirmed"],
    },
  ],
  [
    "changes people",
    {
      before: comer,
      act: (dependencies, of) => changePeople(dependencies, of, { place: "hall", people: people(2) }),
      mails: ["verify", "confirmed", "changed"],
    },
  ],
  [
    "adds a place",
    {
      before: comer,
      act: (dependencies, of) => addPlace(dependencies, of, STREAM),
      mails: ["verify", "confirmed", "confirmed"],
    },
  ],
  [
    "adds a place before verifying",
    {
      before: submitter,
      act: (dependencies, of) => addPlace(dependencies, of, STREAM),
      mails: ["verify", "confirmed", "confirmed"],
    },
  ],
  [
    "cancels",
    {
      before: comer,
      act: (dependencies, of) => cancel(dependencies, of, []),
      mails: ["verify", "confirmed", "cancelled"],
    },
  ],
  [
    "deletes everything",
    {
      before: comer,
      act: (dependencies, of) => erase(dependencies, of, { tells: true }),
      mails: ["verify", "confirmed", "cancelled", "erased"],
    },
  ],
])(
  "an answer that is lost when someone %s: asked again, it is done once, with its mail once",
  async (_, act) => {
    const world = await registeringWorld(eventOf([placeOf("hall", { capacity: 3 }), placeOf("stream")]));
    const faulty = withFaults(world, "lost-answer");
    const of = await act.before(world);
    await expect(act.act(faulty, of)).rejects.toThrow("socket hang up");
    const done = await world.all();
    await act.act(faulty, of);
    expect(await world.all()).toEqual(done);
    expect(await kinds(world, of)).toEqual(act.mails);
    expect(await violations(world, new Map([["hall", 3]]))).toEqual([]);
  },
);
