import { type HiddenRecord, hiddenRecords } from "../../storage/newsroom/fence.ts";
import type { StoredUnit } from "../publish/stored/stored-unit.ts";
import type { EmergencyNewsroom } from "./emergency-newsroom.ts";
import { keptUnit } from "./kept-unit.ts";
import type { Ordered } from "./taken-files.ts";

/** Units as they were before the files of an order, or the unit that it names, were hidden; as long as they are kept. */
export async function hiddenUnits(
  { writer, hidden }: Pick<EmergencyNewsroom, "writer" | "hidden">,
  { unit, hashes }: Ordered,
): Promise<StoredUnit[]> {
  const isSame = (record: HiddenRecord) =>
    unit === undefined ? record.hashes.some((hash) => hashes.includes(hash)) : record.unit === unit;
  const found: StoredUnit[] = [];
  for (const { id, units } of (await hiddenRecords(writer)).filter(isSame))
    for (const each of units) {
      const text = await hidden.kept(id, each);
      if (text !== undefined) found.push(keptUnit(text, id, each));
    }
  return found;
}
