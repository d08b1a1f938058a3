import type { StoredItem } from "../../storage/dynamodb/item.ts";
import { isHeadKey, parseNewsroomKey } from "../../storage/newsroom/parse-key.ts";

/** What documents name: files by their path, and parts by their hash. */
export class ShownMedia {
  private readonly files = new Set<string>();
  private readonly hashes = new Set<string>();

  /** @param item with its whole body, where that was cut into parts */
  note({ key, body }: Pick<StoredItem, "key" | "body">): void {
    for (const [path] of body.matchAll(/\/media\/[^"\\\s<>)]+/g)) this.files.add(path);
    if (!isHeadKey(key)) return;
    for (const [, hash] of body.matchAll(/"hash":"([0-9a-f]{32})"/g)) this.hashes.add(`${key.pk} ${hash}`);
  }

  /** Whether a document shows the object of this key. */
  shows(key: string): boolean {
    return this.files.has(`/${key}`);
  }

  /** Whether a document names parts of this hash as its own. */
  names(path: string, hash: string): boolean {
    return this.hashes.has(`${path} ${hash}`);
  }
}

/** Parts of one body, in whatever order they come. */
export interface PartedBody {
  readonly path: string;
  readonly hash: string;
  readonly parts: readonly StoredItem[];
  /** All of them in their order. */
  readonly body: string;
}

export class PartedBodies {
  private readonly parts = new Map<string, StoredItem[]>();

  /** @returns false for an item that is no part */
  add(item: StoredItem): boolean {
    const key = parseNewsroomKey(item.key);
    if (key?.kind !== "part") return false;
    const name = `${key.path} ${key.hash}`;
    this.parts.set(name, [...(this.parts.get(name) ?? []), item]);
    return true;
  }

  *all(): Generator<PartedBody> {
    for (const [name, found] of this.parts) {
      const parts = found.toSorted((a, b) => (a.key.sk < b.key.sk ? -1 : 1));
      const [path = "", hash = ""] = name.split(" ");
      yield { path, hash, parts, body: parts.map((part) => part.body).join("") };
    }
  }
}
