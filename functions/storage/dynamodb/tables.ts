import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";

/** Names of the keys of a table; both hold strings. */
export interface TableShape {
  readonly partitionKey: string;
  readonly sortKey: string;
}

/** What is public: documents, forms, lists, sitemaps, and the publisher's ledger. Keys: `keys.ts`. */
export const NEWSROOM_TABLE: TableShape = { partitionKey: "pk", sortKey: "sk" };

/** What is known of people, apart from everything public. */
export const REGISTRATIONS_TABLE: TableShape = { partitionKey: "pk", sortKey: "sk" };

export interface TableNames {
  readonly newsroom: string;
  readonly registrations: string;
}

/** Creates both tables where they are missing, as on AWS: on demand. A table that is there is left as it is. */
export async function createTables(client: DynamoDBClient, names: TableNames): Promise<void> {
  await Promise.all([
    createTable(client, names.newsroom, NEWSROOM_TABLE),
    createTable(client, names.registrations, REGISTRATIONS_TABLE),
  ]);
}

async function createTable(client: DynamoDBClient, name: string, shape: TableShape): Promise<void> {
  try {
    await client.send(new CreateTableCommand(definition(name, shape)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 2 }, { TableName: name });
}

function definition(name: string, { partitionKey, sortKey }: TableShape): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [
      { AttributeName: partitionKey, AttributeType: "S" },
      { AttributeName: sortKey, AttributeType: "S" },
    ],
    KeySchema: [
      { AttributeName: partitionKey, KeyType: "HASH" },
      { AttributeName: sortKey, KeyType: "RANGE" },
    ],
  };
}
