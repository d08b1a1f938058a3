import { Refusal } from "../../domain/refusal.ts";
import {
  type EmergencyOrder,
  type PendingEmergency,
  redactedPlaces,
} from "../../storage/newsroom/pending-emergencies.ts";

/** @returns Refusal `emergency-pending`, naming the command that was cut short and has to be run again */
export function pendingRefusal([first]: readonly PendingEmergency[]): Refusal | undefined {
  if (!first) return undefined;
  const { order, at, by } = first;
  const command = ["npm run", order.verb, ...namedIn(order)].join(" ");
  return new Refusal(
    "emergency-pending",
    409,
    `\`${command}\`, which ${by} began at ${at}, has not ended: what it removes may still stand.`,
    `Run it again${order.verb === "redact" ? ", with the same words" : ""}; nothing is published before it has ended.`,
  );
}

function namedIn(order: EmergencyOrder): string[] {
  const named =
    order.verb === "redact" ? redactedPlaces(order) : ["folder" in order ? order.folder : order.what];
  return named ? ["--", ...named] : [];
}
