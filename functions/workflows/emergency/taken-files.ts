import { hashOf } from "../../domain/addresses.ts";
import { type HeldFile, heldFiles } from "../takedown/held-files.ts";
import { isArchive, type SameFile, sameFile } from "../takedown/same-file.ts";
import type { EmergencyNewsroom } from "./emergency-newsroom.ts";

/** What an order is about: a whole unit, or the files of some hashes. */
export interface Ordered {
  readonly unit?: string | undefined;
  readonly hashes: readonly string[];
}

/** The files that an order is about, as they are in the bucket now, and the units that show them. */
export interface TakenFiles extends SameFile {
  readonly units: readonly string[];
}

/**
 * Found under the lease: a publication notes a file before it uploads it, and notes nothing once it has lost the lease, so
 * these are all that can ever come.
 */
export async function takenFiles(newsroom: EmergencyNewsroom, order: Ordered): Promise<TakenFiles> {
  const { writer, ledger } = newsroom;
  const held = await heldFiles(writer, await ledger.records());
  if (order.unit !== undefined) return ofUnit(order.unit, held);
  const same = sameFile(order.hashes, held);
  const units = [...new Set([...same.objects, ...same.archives].map(({ unit }) => unit))];
  return { ...same, units };
}

/** All that a unit brought, but for what another one shows, too. */
function ofUnit(unit: string, held: readonly HeldFile[]): TakenFiles {
  const others = new Set(held.filter((file) => file.unit !== unit).map(({ key }) => key));
  const own = held.filter((file) => file.unit === unit && !others.has(file.key));
  const objects = own.filter(({ key }) => !isArchive(key));
  const hashes = new Set(objects.flatMap(({ key, sources = [] }) => [hashOf(`/${key}`), ...sources]));
  return { hashes, objects, archives: own.filter(({ key }) => isArchive(key)), units: [unit] };
}

/** Whether a public path is that of one of the files, or of an archive with them in it. */
export function isOneOf({ hashes, objects, archives }: SameFile): (path: string) => boolean {
  const keys = new Set([...objects, ...archives].map(({ key }) => `/${key}`));
  return (path) => keys.has(path) || (path.startsWith("/media/") && hashes.has(hashOf(path)));
}

export const objectKeys = ({ objects, archives }: SameFile): string[] => [
  ...new Set([...objects, ...archives].map(({ key }) => key)),
];
