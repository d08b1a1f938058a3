/** A stretch of bytes, both ends included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * What a `Range` header asks of `length` bytes (RFC 9110, section 14.1.2). Several ranges, other units and what
 * cannot be read count as no range at all, as S3 has it.
 */
export function byteRange(header: string | undefined, length: number): ByteRange | "none" | "unsatisfiable" {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  if (!asked) return "none";
  const [, from = "", to = ""] = asked;
  if (from === "" && to === "") return "none";
  if (from === "") {
    const suffix = Number(to);
    return suffix === 0 || length === 0
      ? "unsatisfiable"
      : { first: Math.max(0, length - suffix), last: length - 1 };
  }
  const first = Number(from);
  const last = to === "" ? length - 1 : Math.min(Number(to), length - 1);
  if (to !== "" && Number(to) < first) return "none";
  return first >= length ? "unsatisfiable" : { first, last };
}

/**
 * Whether a range may be answered in parts: `If-Range` must name these very bytes, by a strong tag or by their date
 * (RFC 9110, section 13.1.5). Without the header it may.
 */
export function rangeHolds(ifRange: string | undefined, tag: string, lastModified: Date): boolean {
  if (ifRange === undefined) return true;
  if (ifRange.startsWith('"')) return ifRange === tag;
  return Date.parse(ifRange) === Math.floor(lastModified.getTime() / 1000) * 1000;
}
