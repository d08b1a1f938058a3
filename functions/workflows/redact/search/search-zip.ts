import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import type { Detail } from "../../../domain/detail.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { type Findings, together, unsearched, within } from "./findings.ts";
import { searchText } from "./search-text.ts";

/** An entry's bytes, to be searched like any other file. */
export type SearchEntry = (name: string, bytes: Readable) => Promise<Findings>;

/** More than any kit, book or table has. */
const MOST_ENTRIES = 100_000;

/** Every entry of a ZIP, an office file among them, with its name; what is encrypted is told as such. */
export async function searchZip(path: string, detail: Detail, search: SearchEntry): Promise<Findings> {
  try {
    const zip = await openPromise(path, { lazyEntries: true, strictFileNames: false, autoClose: false });
    try {
      return await searchEntries(zip, detail, search);
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return unsearched("damaged");
  }
}

async function searchEntries(zip: ZipFile, detail: Detail, search: SearchEntry): Promise<Findings> {
  const findings: Findings[] = [searchText(String(zip.comment ?? ""), detail, "comment of the archive")];
  let entries = 0;
  for await (const entry of zip.eachEntry()) {
    if (++entries > MOST_ENTRIES) return together([...findings, unsearched("too large")]);
    findings.push(await searchEntry(zip, entry, detail, search));
  }
  return together(findings);
}

async function searchEntry(
  zip: ZipFile,
  entry: Entry,
  detail: Detail,
  search: SearchEntry,
): Promise<Findings> {
  const name = entry.fileName;
  const named = searchText(`${name}\n${entry.fileComment}`, detail, "name of an entry");
  if (name.endsWith("/")) return named;
  if (entry.isEncrypted()) return together([named, unsearched("encrypted")]);
  const shown = named.found === "no" ? name : "an entry";
  try {
    const bytes = await zip.openReadStreamPromise(entry);
    return together([named, within(shown, await search(name, bytes))]);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return together([named, unsearched("damaged")]);
  }
}
