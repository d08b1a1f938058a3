import type { EmergencyOrder, EmergencyVerb } from "../../storage/newsroom/pending-emergencies.ts";
import type { EmergencyAtWork, EmergencyOutcome } from "./emergency-newsroom.ts";
import { hide } from "./hide.ts";
import { retire } from "./retire.ts";
import { takeDown } from "./take-down.ts";
import { unhide } from "./unhide.ts";

/** Does what an order says, whoever gave it. @throws Refusal of what cannot be done without a person */
export async function performOrder(at: EmergencyAtWork, order: EmergencyOrder): Promise<EmergencyOutcome> {
  switch (order.verb) {
    case "withdraw":
    case "gone":
    case "redirect":
      return retire(at, order);
    case "hide":
      return hide(at, order);
    case "unhide":
      return unhide(at, order);
    case "takedown":
      return takeDown(at, order);
    default:
      throw new Error(`${order.verb} is not done by this.`);
  }
}

/** Whether another command can finish it: the words of a redaction are stored nowhere. */
export const canBePerformed = (verb: EmergencyVerb): boolean => verb !== "redact";
