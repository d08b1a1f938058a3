import type { Detail } from "../../domain/detail.ts";
import type { StoredItem } from "../../storage/dynamodb/item.ts";

/** Whether the words stand in the key or in the texts of an item. */
export function standsIn({ key, body }: Pick<StoredItem, "key" | "body">, detail: Detail): boolean {
  return [key.pk, key.sk, body].some((each) => wordsStandIn(each, detail));
}

/** The same for a body, or for a body that was cut into parts. */
export function wordsStandIn(text: string, detail: Detail): boolean {
  if (!detail.isIn(withoutHashes(text))) return false; // of JSON this is quick, and finds more than there is
  const texts = textsOf(text);
  return texts === undefined || texts.some((each) => detail.isIn(withoutHashes(each)));
}

/** Neither UUIDs nor hashes say anything, whatever letters stand in them. */
export const withoutHashes = (text: string) =>
  text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32,}/g, "-");

/** Every text in JSON, without the names of fields; undefined for what is no JSON. */
function textsOf(body: string): string[] | undefined {
  if (!/^[[{]/.test(body)) return undefined;
  try {
    const texts: string[] = [];
    JSON.parse(body, (_, value: unknown) => {
      if (typeof value === "string") texts.push(value);
      return value;
    });
    return texts;
  } catch {
    return undefined; // pages of a kit stand one after another
  }
}
