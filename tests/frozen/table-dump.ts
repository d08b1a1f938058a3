import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  paginateScan,
} from "@aws-sdk/client-dynamodb";

/** A dump is one item a line, in the order of the keys: DynamoDB's JSON, with bytes in base64. */
export type DumpedItem = Record<string, DumpedValue>;
export interface DumpedValue {
  readonly S?: string;
  readonly N?: string;
  readonly BOOL?: boolean;
  readonly B?: string;
  readonly L?: readonly DumpedValue[];
}

/** Every item of a table, one a line. @throws Error for an attribute of a type that no table holds */
export async function dumpOf(client: DynamoDBClient, table: string): Promise<string> {
  const lines: [key: string, line: string][] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true }))
    for (const item of Items) {
      const names = Object.keys(item).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
      const shown = Object.fromEntries(names.map((name) => [name, dumped(item[name])]));
      lines.push([`${item.pk?.S} ${item.sk?.S}`, JSON.stringify(shown)]);
    }
  return `${lines
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line)
    .join("\n")}\n`;
}

/** The keys come first. */
const rank = (name: string) => (name === "pk" ? 0 : name === "sk" ? 1 : 2);

export function itemsIn(dump: string): DumpedItem[] {
  return dump
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Writes the items of a dump into a table. */
export async function load(
  client: DynamoDBClient,
  table: string,
  items: readonly DumpedItem[],
): Promise<void> {
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, n) =>
    items.slice(n * 25, n * 25 + 25),
  );
  const writeAll = async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      let requests = batch.map((item) => ({ PutRequest: { Item: restored(item) } }));
      while (requests.length > 0) {
        const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
        requests = (answer.UnprocessedItems?.[table] ?? []).flatMap(({ PutRequest }) =>
          PutRequest?.Item ? [{ PutRequest: { Item: PutRequest.Item } }] : [],
        );
      }
    }
  };
  await Promise.all([writeAll(), writeAll(), writeAll(), writeAll()]);
}

function dumped(value: AttributeValue | undefined): DumpedValue {
  if (value?.S !== undefined) return { S: value.S };
  if (value?.N !== undefined) return { N: value.N };
  if (value?.BOOL !== undefined) return { BOOL: value.BOOL };
  if (value?.B !== undefined) return { B: Buffer.from(value.B).toString("base64") };
  if (value?.L !== undefined) return { L: value.L.map(dumped) };
  throw new Error(`A dump cannot hold ${JSON.stringify(value)}.`);
}

/** The item as DynamoDB takes it. */
export function restored(item: DumpedItem): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attributeOf(value)]));
}

function attributeOf({ S, N, BOOL, B, L }: DumpedValue): AttributeValue {
  if (S !== undefined) return { S };
  if (N !== undefined) return { N };
  if (BOOL !== undefined) return { BOOL };
  if (B !== undefined) return { B: Buffer.from(B, "base64") };
  return { L: (L ?? []).map(attributeOf) };
}
