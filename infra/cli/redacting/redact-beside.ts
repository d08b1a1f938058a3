import type { Detail } from "../../../functions/domain/detail.ts";
import { mediaPurge } from "../../../functions/storage/buckets/media-purge.ts";
import { forgetCounts } from "../../../functions/storage/newsroom/download-counts.ts";
import { rewriteGrants } from "../../../functions/storage/registrations/rewrite-grants.ts";
import { isNamed, unnamed } from "../../../functions/workflows/redact/names.ts";
import { type RedactedHidden, redactHidden } from "../../../functions/workflows/redact/redact-hidden.ts";
import { redactLogs } from "../../../functions/workflows/redact/redact-logs.ts";
import type { FileSearch } from "../../../functions/workflows/redact/search/search-file.ts";
import type { PublishTarget } from "../target/publish-target.ts";

/** What is kept beside what is published, and holds addresses and names of files. */
export interface RedactedBeside {
  /** Counts of downloads that were forgotten. */
  readonly counts: number;
  /** Grants of early access, and what was opened with them, that were rewritten. */
  readonly grants: number;
  /** What was hidden, and can no longer be shown again. */
  readonly hidden: RedactedHidden;
  /** Access logs that were removed; undefined where none are kept, or the stack does not tell where. */
  readonly logs: number | undefined;
}

/** Takes the words out of counts of downloads, grants of early access, what is hidden, and the access logs of the buckets. */
export async function redactBeside(
  { dynamodb, table, registrations, s3, originalsBucket, logsBucket }: PublishTarget,
  detail: Detail,
  search: FileSearch,
): Promise<RedactedBeside> {
  return {
    counts: await forgetCounts(dynamodb, table, (name) => isNamed(name, detail)),
    grants: await rewriteGrants(dynamodb, registrations, (name) => unnamed(name, detail)),
    hidden: await redactHidden(mediaPurge(s3, originalsBucket), detail, search),
    logs: logsBucket === undefined ? undefined : await redactLogs(mediaPurge(s3, logsBucket), detail, search),
  };
}
