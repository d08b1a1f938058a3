import type { Detail } from "../../domain/detail.ts";
import type { StoredItem } from "../../storage/dynamodb/item.ts";
import type { Key } from "../../storage/dynamodb/key.ts";
import { storedValue } from "../../storage/dynamodb/stored-value.ts";
import type { Operation } from "../../storage/dynamodb/transaction.ts";
import { Holding } from "../../storage/newsroom/ledger.ts";
import { isAtPath, isKeyOf, parseNewsroomKey } from "../../storage/newsroom/parse-key.ts";
import { isNamed } from "./names.ts";

/**
 * Items whose very key holds the words although nothing stands there any more: former addresses, which would go on
 * redirecting, and what is kept about them. Noted while the table is read; what to do is known once all of it was.
 */
export class FormerAddresses {
  /** Addresses at which a unit stands: these stay, since publishing would bring them back. */
  private readonly present = new Set<string>();
  private readonly named: StoredItem[] = [];

  constructor(private readonly detail: Detail) {}

  note(item: StoredItem): void {
    const { key, body } = item;
    if (isKeyOf(key, "holding")) {
      const { path, redirect, items } = storedValue(Holding, body, key);
      if (!redirect) for (const each of [path, ...items.map(({ pk }) => pk)]) this.present.add(each);
    }
    if (isNamed(key.pk, this.detail) || isNamed(key.sk, this.detail)) this.named.push(item);
  }

  /** Addresses that answer nothing any more once the steps are taken. */
  addresses(): string[] {
    const gone = this.named.filter(({ key }) => isAtPath(key) && !this.present.has(key.pk));
    return [...new Set(gone.map(({ key }) => key.pk))];
  }

  /**
   * What to remove, item by item: an address goes before the ledger forgets it, so that an interrupted
   * run finds the rest.
   */
  steps(): Operation[] {
    const removes = (which: (key: Key) => boolean): Operation[] =>
      this.named.filter(({ key }) => which(key)).map(({ key }) => ({ remove: key }));
    return [
      ...removes((key) => isAtPath(key) && !this.present.has(key.pk)),
      ...removes((key) => this.isOfFormer(key, "holding")),
      ...removes((key) => this.isOfFormer(key, "scheduled-change")),
    ];
  }

  /** Whether something of this kind is kept about an address at which nothing stands. */
  private isOfFormer(key: Key, kind: "holding" | "scheduled-change"): boolean {
    const parsed = parseNewsroomKey(key);
    return parsed?.kind === kind && "path" in parsed && !this.present.has(parsed.path);
  }

  /** What is kept of files of the bucket, apart from those that stand there still. */
  ofFiles(standing: ReadonlySet<string>): Operation[] {
    const rows = this.named.filter(({ key }) => isKeyOf(key, "media-file") && !standing.has(`/${key.sk}`));
    return rows.map(({ key }) => ({ remove: key }));
  }
}
