import { scheduledKitChanges } from "../../domain/documents/kit-times.ts";
import type { KitEntry } from "../../domain/documents/listing.ts";
import { earliest, type Instant } from "../../domain/instant.ts";
import type { PageInstants } from "../answers/page-answer.ts";
import type { ListPage } from "./lists.ts";

/** The instants of a list of kits: the numbers that it shows change when a file of one of them comes or goes. */
export function kitInstants({ entries, changed, change }: ListPage<KitEntry>, now: Instant): PageInstants {
  const scheduledChanges = entries.flatMap((entry) => scheduledKitChanges(entry.value));
  return {
    changed: [...changed, ...scheduledChanges.filter((instant) => instant <= now)],
    change: earliest([change, ...scheduledChanges.filter((instant) => instant > now)]),
  };
}
