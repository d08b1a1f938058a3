import type { Detail } from "../../functions/domain/detail.ts";
import { forgetCounts } from "../../functions/storage/download-counts.ts";
import { mediaPurge } from "../../functions/storage/media-purge.ts";
import { rewriteGrants } from "../../functions/storage/rewrite-grants.ts";
import { IN_ADDRESSES, isNamed } from "../../functions/workflows/redact/names.ts";
import { redactLogs } from "../../functions/workflows/redact/redact-logs.ts";
import type { FileSearch } from "../../functions/workflows/redact/search/search-file.ts";
import type { PublishTarget } from "./publish-target.ts";

/** What is kept beside what is published, and holds addresses and names of files. */
export interface RedactedBeside {
  /** Counts of downloads that were forgotten. */
  readonly counts: number;
  /** Grants of early access, and what was opened with them, that were rewritten. */
  readonly grants: number;
  /** Access logs that were removed; undefined where none are kept, or the stack does not tell where. */
  readonly logs: number | undefined;
}

/** Takes the words out of counts of downloads, grants of early access, and the access logs of the buckets. */
export async function redactBeside(
  { dynamodb, table, registrations, s3, logsBucket }: PublishTarget,
  detail: Detail,
  search: FileSearch,
): Promise<RedactedBeside> {
  const without = (name: string) => (isNamed(name, detail) ? detail.removedFrom(name, IN_ADDRESSES) : name);
  return {
    counts: await forgetCounts(dynamodb, table, (name) => isNamed(name, detail)),
    grants: await rewriteGrants(dynamodb, registrations, without),
    logs: logsBucket === undefined ? undefined : await redactLogs(mediaPurge(s3, logsBucket), detail, search),
  };
}
