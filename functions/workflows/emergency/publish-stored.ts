import { bodyHash } from "../../storage/newsroom/parts.ts";
import { publish } from "../publish/publish.ts";
import { type StoredUnit, storedUnit } from "../publish/stored/stored-unit.ts";
import type { EmergencyAtWork } from "./emergency-newsroom.ts";

/**
 * Publishes a unit as it is stored, but for what a change takes out of it: without content, archives or pictures, so in
 * seconds. The record then bears no fingerprint of content, and the next publication compiles it anew.
 *
 * @param name of the change: applied twice, the second time writes nothing
 * @returns the unit before and after; undefined for one that was never published
 */
export async function publishStored(
  newsroom: EmergencyAtWork,
  unit: string,
  name: string,
  change: (unit: StoredUnit) => StoredUnit,
): Promise<{ before: StoredUnit; after: StoredUnit } | undefined> {
  const record = (await newsroom.ledger.records()).get(unit);
  if (!record) return undefined;
  const before = await storedUnit(newsroom, unit, record);
  const after = { ...change(before), fingerprint: `stored:${bodyHash(name)}` };
  const { id, folder, fingerprint } = after;
  const manifest = { units: [{ id, folder, fingerprint, compile: async () => after }] };
  const asked = { manifest, only: [unit], allowHide: true, allowReturn: true };
  await publish({ ...asked, withoutArchives: true, forgetFormer: true }, newsroom);
  return { before, after };
}
