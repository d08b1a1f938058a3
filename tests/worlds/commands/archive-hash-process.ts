import { mkdirSync } from "node:fs";
import { hashOfStream } from "../../../functions/workflows/archive/archive-hash.ts";
import { kitArchiveEntries } from "../../../functions/workflows/archive/kit-archive.ts";
import { zipLayout } from "../../../functions/workflows/archive/zip-layout.ts";
import { archivedKit } from "../content/archived-kit.ts";

/** Prints the hash of the archive of the same kit, whatever process this is. Arguments: a folder, a umask. */
const [, , folder = "", umask = "022"] = process.argv;
process.umask(Number.parseInt(umask, 8));
mkdirSync(folder, { recursive: true });
const layout = zipLayout(kitArchiveEntries(archivedKit(folder)), { year: 2020, month: 7, day: 30 });
process.stdout.write((await hashOfStream(layout.open)).sha256);
