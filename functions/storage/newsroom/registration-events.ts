import type { Instant } from "../../domain/instant.ts";
import { RegistrationEvent } from "../../domain/registration/event.ts";
import { isVisible } from "../../domain/visibility.ts";
import { readItem } from "../dynamodb/read-item.ts";
import { REGISTRATION_EVENTS_PARTITION, registrationEventKey } from "./keys.ts";
import type { NewsroomReader } from "./newsroom-reader.ts";

/** Events as registration sees them, from the Newsroom table. */
export interface RegistrationEvents {
  event(id: string): Promise<RegistrationEvent | undefined>;
  /** Those that are public at `now`, whether or not they are over. */
  all(now: Instant): Promise<RegistrationEvent[]>;
}

export function registrationEvents(reader: NewsroomReader): RegistrationEvents {
  return {
    event: async (id) => {
      const stored = await reader.item(registrationEventKey(id));
      return stored && readItem(RegistrationEvent, stored).value;
    },
    all: async (now) => {
      const stored = await reader.partition(REGISTRATION_EVENTS_PARTITION);
      return stored
        .filter((item) => isVisible(item, now))
        .map((item) => readItem(RegistrationEvent, item).value);
    },
  };
}
