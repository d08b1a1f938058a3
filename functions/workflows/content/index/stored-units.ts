import type { HeldUnit } from "../../held-unit.ts";
import type { Unit } from "./compile-context.ts";

/** What a newsroom holds of units whose content cannot be published: others lead to it, and show it, as it is there. */
export interface StoredUnits {
  /** Whether something of it was published. */
  has(unit: HeldUnit): boolean;
  /** The unit as others show it; undefined where nothing is stored of it, or it has left. */
  load(unit: HeldUnit): Promise<Unit | undefined>;
}
