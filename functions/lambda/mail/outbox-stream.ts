import { parseRegistrationsKey } from "../../storage/registrations/parse-registrations-key.ts";
import { deliverAll } from "../../workflows/deliver/deliver-all.ts";

/** The parts of a record of a DynamoDB stream that tell which mail was written. */
export interface StreamRecord {
  readonly dynamodb?: {
    readonly SequenceNumber?: string;
    readonly Keys?: Readonly<Record<string, { readonly S?: string }>>;
  };
}

export interface StreamEvent {
  readonly Records: readonly StreamRecord[];
}

/** What Lambda is told to hand over once more, with everything after it. */
export interface BatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/**
 * Delivers what a batch of the table's stream tells of: each registration once, several at once. Where one fails its first
 * record is answered and the others go on. Lambda then repeats everything from the first failure on,
 * which is harmless: the outbox knows what was sent.
 * Source: AWS Lambda Developer Guide, "Configuring partial batch response with DynamoDB and Lambda".
 *
 * @param failed is told why, for the log
 */
export function outboxStreamHandler(
  deliver: (registration: string) => Promise<unknown>,
  failed: (error: unknown) => void,
) {
  return async ({ Records }: StreamEvent): Promise<BatchResponse> => {
    const firstOf = new Map<string, string>();
    for (const { dynamodb } of Records) {
      const { pk, sk } = dynamodb?.Keys ?? {};
      const mail = parseRegistrationsKey({ pk: pk?.S ?? "", sk: sk?.S ?? "" });
      if (mail?.kind !== "mail" || mail.registration === "" || firstOf.has(mail.registration)) continue;
      firstOf.set(mail.registration, dynamodb?.SequenceNumber ?? "");
    }
    const failures = new Set<string>();
    await deliverAll(firstOf.keys(), deliver, {
      failed: (error, registration) => {
        failed(error);
        failures.add(registration);
      },
    });
    const batchItemFailures = [...firstOf]
      .filter(([registration]) => failures.has(registration))
      .map(([, itemIdentifier]) => ({ itemIdentifier }));
    return { batchItemFailures };
  };
}
