import type { MailFacts } from "../../../functions/rendering/mail/mail-facts.ts";
import { limits } from "../../../functions/storage/registrations/limits.ts";
import { mailboxes } from "../../../functions/storage/registrations/mailboxes.ts";
import { outbox } from "../../../functions/storage/registrations/outbox.ts";
import type { DeliverDependencies } from "../../../functions/workflows/deliver/dependencies.ts";
import type { RegisteringWorld } from "./registering.ts";
import { SEAL } from "./registration-events.ts";

/** Delivering for a world's registrations; what it sends is noted and goes nowhere. */
export function postOffice(
  world: RegisteringWorld,
  sent: MailFacts[],
  changes: Partial<DeliverDependencies> = {},
): DeliverDependencies {
  return {
    outbox: outbox(world.client, world.table),
    registrations: world.dependencies.registrations,
    mailboxes: mailboxes(world.client, world.table),
    limits: limits(world.client, world.table),
    events: { event: async () => world.event, all: async () => [world.event] },
    site: async () => ({ address: "https://newsroom.example.org", name: "Newsroom", organisation: "IOM" }),
    seal: SEAL,
    send: async (facts) => {
      sent.push(facts);
      return `id-${sent.length}`;
    },
    clock: () => new Date(world.now),
    owner: "this test",
    ...changes,
  };
}
