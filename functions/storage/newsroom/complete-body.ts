import type { NewsroomItem } from "../dynamodb/item.ts";
import { parseNewsroomKey } from "./parse-key.ts";
import { PARTED } from "./parts.ts";

/** The whole body of a head that is about to be written, from the parts that go with it. */
export function completeBody(head: NewsroomItem, parts: readonly NewsroomItem[]): string {
  if (!head.body.startsWith(PARTED)) return head.body;
  const { hash }: { hash: string } = JSON.parse(head.body);
  const own = parts.filter(({ key }) => {
    const part = parseNewsroomKey(key);
    return part?.kind === "part" && part.hash === hash;
  });
  return own.map(({ body }) => body).join("");
}
