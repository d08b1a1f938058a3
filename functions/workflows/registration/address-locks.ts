import type { Instant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import { addressHashes } from "../../domain/registration/address.ts";
import { endedByOther } from "../../domain/registration/decisions/verify.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { footprintOf } from "../../domain/registration/footprint.ts";
import { isClaimed, type Registration } from "../../domain/registration/registration.ts";
import type { StoredLock } from "../../storage/registrations/registration-locks.ts";
import type { StoredChange } from "../../storage/registrations/registration-step.ts";
import type { RegistrationDependencies } from "./dependencies.ts";

export type StoredLocks = ReadonlyMap<string, StoredLock>;

/**
 * The locks of a mailbox: under the hash of the present rule, and of those before it.
 * @param known locks that were read before, which are answered with them
 */
export async function locksOf(
  { registrations }: Pick<RegistrationDependencies, "registrations">,
  event: RegistrationEvent,
  address: string,
  known: StoredLocks = new Map(),
): Promise<Map<string, StoredLock>> {
  const rows = addressHashes(address).map(
    async (hash) => [hash, known.get(hash) ?? (await registrations.lock(event.id, hash))] as const,
  );
  return new Map([...known, ...(await Promise.all(rows))]);
}

/** The registration whose contact has proven the address, even if its time is over. */
export async function holderOf(
  dependencies: Pick<RegistrationDependencies, "registrations">,
  event: RegistrationEvent,
  address: string,
): Promise<Registration | undefined> {
  return holderIn(dependencies, event, await locksOf(dependencies, event, address));
}

export async function holderIn(
  { registrations }: Pick<RegistrationDependencies, "registrations">,
  event: RegistrationEvent,
  locks: StoredLocks,
): Promise<Registration | undefined> {
  for (const { lock } of locks.values())
    if (lock.holder !== undefined) return registrations.registration(event.id, lock.holder);
  return undefined;
}

/** Whether a change makes a registration the one of its address, which it was not before. */
export function takesAddress({ before, after }: Pick<StoredChange, "before" | "after">): boolean {
  const [former, next] = [footprintOf(before), footprintOf(after)];
  if (next.lock === undefined || next.isUnproven) return false;
  return former.isUnproven || former.lock !== next.lock;
}

/**
 * Everything else of an address ends with the change that makes one registration its own.
 * @throws Refusal `address-taken` where another is proven
 */
export async function othersEnding(
  dependencies: Pick<RegistrationDependencies, "registrations">,
  event: RegistrationEvent,
  { id, contact }: Registration,
  now: Instant,
): Promise<{ readonly locks: StoredLocks; readonly ending: readonly StoredChange[] }> {
  const { registrations } = dependencies;
  const locks = await locksOf(dependencies, event, contact.email);
  const ending: StoredChange[] = [];
  for (const { lock } of locks.values())
    for (const other of [lock.holder, ...lock.unproven.map((each) => each.id)]) {
      if (other === undefined || other === id) continue;
      const registration = await registrations.registration(event.id, other);
      if (registration && isClaimed(registration, now)) throw addressTaken();
      const change = registration && endedByOther(registration, { now });
      if (change) ending.push({ ...change, mails: [] });
    }
  return { locks, ending };
}

function addressTaken(): Refusal {
  return new Refusal(
    "address-taken",
    409,
    "Another registration has this address.",
    "Use the link in its emails, or another address.",
  );
}
