import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** A condition on one item, named by what it says, so that an operation reads as a sentence. */
export interface Condition {
  readonly expression: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, AttributeValue>>;
}

/** The lease, or its lane, is in the hands of this owner. */
export function heldBy(owner: string): Condition {
  return { expression: "#owner = :owner", names: { "#owner": "owner" }, values: { ":owner": { S: owner } } };
}

/** Nothing stands at the address, or what this unit put there. */
export function vacantOrOf(unit: string): Condition {
  return {
    expression: "attribute_not_exists(pk) OR #unit = :unit",
    names: { "#unit": "unit" },
    values: { ":unit": { S: unit } },
  };
}

/** What is stored is what was read: its body has this hash. */
export function storedAs(hash: string): Condition {
  return { expression: "#hash = :hash", names: { "#hash": "hash" }, values: { ":hash": { S: hash } } };
}
