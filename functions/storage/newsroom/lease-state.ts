import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import { requiredOfRow } from "../dynamodb/required.ts";

/** Who publishes, for others to read: `dana@press-laptop, process 4711`. */
export interface LeaseHolder {
  readonly name: string;
  readonly machine: string;
  readonly process: number;
}

/** The lease of publishing as it is stored. */
export interface LeaseState {
  readonly generation: number;
  readonly until: Instant;
  readonly lastWrite: Instant | undefined;
  readonly holder: LeaseHolder | undefined;
  readonly owner: string | undefined;
  /** Verb of the emergency that holds it: `hide`, `withdraw`. */
  readonly emergency: string | undefined;
  /** Whoever asks its holder to give it back, for an emergency. */
  readonly wantedBy: LeaseHolder | undefined;
}

export function leaseStateOf(attributes: Record<string, AttributeValue>): LeaseState {
  const { generation, until, lastWrite, holder, owner, emergency, wantedBy } = attributes;
  return {
    generation: Number(generation?.N ?? 0),
    until: requiredOfRow(until?.S, "until"),
    lastWrite: lastWrite?.S,
    holder: holder?.S === undefined ? undefined : JSON.parse(holder.S),
    owner: owner?.S,
    emergency: emergency?.S,
    wantedBy: wantedBy?.S === undefined ? undefined : JSON.parse(wantedBy.S),
  };
}

/** Why whoever held the lease ends: an emergency asks for it, or it is another's. */
export function leaseLost(state: LeaseState | undefined): Refusal {
  const { holder, wantedBy } = state ?? {};
  if (wantedBy)
    return preempted(`Publishing ended: ${whoIs(wantedBy)} takes something back in an emergency.`);
  return preempted(`Publishing ended: ${holder ? whoIs(holder) : "another command"} took the newsroom over.`);
}

/** Why nobody else may write now. */
export function leaseTaken(state: LeaseState | undefined): Refusal {
  const { holder, emergency, until } = state ?? {};
  if (holder && emergency !== undefined)
    return preempted(`${whoIs(holder)} takes something back in an emergency (${emergency}).`);
  return new Refusal(
    "publish-lease-held",
    409,
    holder && until
      ? `${whoIs(holder)} is publishing, until ${until} at the latest.`
      : "Another publisher was faster.",
    "Wait until it has ended, then publish again: what is already there is not written twice.",
  );
}

function preempted(message: string): Refusal {
  return new Refusal(
    "publish-preempted",
    409,
    message,
    "Run this again when that has ended: what is already there is not written twice.",
  );
}

const whoIs = ({ name, process }: LeaseHolder): string => `${name} (process ${process})`;
