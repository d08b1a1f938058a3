import type { Holding } from "../../storage/newsroom/ledger.ts";
import { cancelledRegistration } from "../content/compile/compile-registration-event.ts";
import { transactGuarded, type Writing } from "./commit.ts";
import { isRegistrationEvent } from "./stored/held-items.ts";

/**
 * An event that vanishes, or has no places any more, is cancelled for those who registered: they must be told, whatever
 * became of its folder. Nothing else removes the event as registration sees it.
 */
export async function cancelRegistration(
  writing: Writing,
  holdings: ReadonlyMap<string, Holding>,
): Promise<void> {
  const { run } = writing;
  const held = [...holdings.values()].flatMap(({ items }) => items).filter(isRegistrationEvent);
  for (const stored of await run.writer.read(held.map(({ pk, sk }) => ({ pk, sk }))))
    await transactGuarded(writing, [{ put: { ...cancelledRegistration(stored), writtenAt: run.stamp() } }]);
}
