import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { Clock } from "../domain/instant.ts";

/** For how long a secret is believed before it is read again: so long a new one needs to reach every function. */
const BELIEVED_MS = 5 * 60 * 1000;

/** The secrets of the edge as they are, read when they are first needed and every few minutes from then on. */
export function edgeSecrets(
  client: SecretsManagerClient,
  ids: readonly string[],
  clock: Clock,
): () => Promise<readonly string[]> {
  let held: { readonly readAt: number; readonly values: Promise<readonly string[]> } | undefined;
  return () => {
    const now = clock().getTime();
    if (held && now - held.readAt < BELIEVED_MS) return held.values;
    const values = Promise.all(ids.map((id) => secretValue(client, id)));
    held = { readAt: now, values };
    values.catch(() => {
      held = undefined; // what failed is asked for again, not believed
    });
    return values;
  };
}

async function secretValue(client: SecretsManagerClient, id: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id }));
  if (!SecretString) throw new Error(`The secret ${id} holds no text.`);
  return SecretString;
}
