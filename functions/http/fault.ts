import { Refusal } from "../domain/refusal.ts";

/** Writes a fault of ours into the log: never the request, whose path may hold a token and whose form holds names. */
export function logFault(error: unknown): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  console.error(JSON.stringify({ level: "ERROR", message, stack }));
}

/** A fault as its reader is told of it, once it is in the log. */
export function faultRefusal(error: unknown): Refusal {
  logFault(error);
  return new Refusal("fault", 500, "Something went wrong on our side.", "Try again in a minute.");
}
