import type { PagesBeside } from "../frame/head.tsx";

/** Which page of a list this is, and the pages beside it; each is named by the cursor that begins it, the first by none. */
export interface ListPaging {
  readonly before?: string | undefined;
  readonly year?: number | undefined;
  readonly older?: string | undefined;
  /** The page before this one, where it is not the first. */
  readonly newer?: { readonly before: string | undefined } | undefined;
}

/** The address of a page of the list at `path`: its year and its cursor are part of what it is. */
export function pageOfList(path: string, { year, before }: Pick<ListPaging, "year" | "before">): string {
  const query = new URLSearchParams();
  if (year !== undefined) query.set("year", String(year));
  if (before !== undefined) query.set("before", before);
  return query.size > 0 ? `${path}?${query}` : path;
}

export function pagesBeside(path: string, { year, older, newer }: ListPaging): PagesBeside {
  return {
    ...(newer && { prev: pageOfList(path, { year, before: newer.before }) }),
    ...(older !== undefined && { next: pageOfList(path, { year, before: older }) }),
  };
}
