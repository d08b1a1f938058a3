import { Refusal } from "../../../functions/domain/refusal.ts";
import type { Values } from "../command.ts";
import { TARGET_OPTIONS } from "../target-options.ts";

export const REGISTRATIONS_OPTIONS = {
  place: { type: "string", value: "PLACE", help: "Only this place, by its id in event.yaml" },
  in: { type: "string", value: "STATE", help: "list, export: only bookings in this state" },
  why: {
    type: "string",
    value: "REASON",
    help: "Why you read what is known of people; it is kept in the log",
  },
  note: { type: "string", value: "TEXT", help: "approve, decline: what the person is told" },
  was: {
    type: "string",
    value: "STATE",
    help: "approve, decline: the state that you decide about; pending or waitlisted unless named",
  },
  text: { type: "string", value: "TEXT", help: "message: what everyone at the place is told" },
  file: { type: "string", value: "FILE", help: "message: a text file with it" },
  send: { type: "boolean", help: "message: really sends; without it, says to how many" },
  priority: { type: "string", value: "0-9", help: "priority: 0 is offered seats first, 5 is usual" },
  out: { type: "string", value: "FILE", help: "export, door: where it is written; standard output" },
  for: { type: "string", value: "NAME", help: "export: for a co-organiser, who gets counts unless granted" },
  json: { type: "boolean", help: "list, counts: as JSON" },
  ...TARGET_OPTIONS,
} as const;
export type Given = Values<typeof REGISTRATIONS_OPTIONS>;

/** @returns the reason without blanks around it @throws Refusal `why-missing` */
export function requiredWhy(why: string | undefined): string {
  const reason = why?.trim() ?? "";
  if (reason !== "") return reason;
  throw new Refusal(
    "why-missing",
    400,
    "What is known of people is read for a reason.",
    'Give it: --why "preparing the badges".',
  );
}
