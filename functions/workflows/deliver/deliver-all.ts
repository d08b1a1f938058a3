/** Registrations whose mail is on its way at once: most of a mail's time is waiting for the mail service. */
export const DELIVERED_AT_ONCE = 8;

/**
 * Delivers to many registrations, several at once, each by itself: the mails of one stay in their order, and one that fails
 * stops no other. A registration begins as soon as one before it has ended, in the order in which they come.
 *
 * @param deliver sends what is unsent of a registration
 * @param failed is told of each that could not be served, and why
 * @param stopped whether no further registration is to begin
 * @throws what reading the registrations throws, once those that had begun have ended
 */
export async function deliverAll(
  registrations: Iterable<string> | AsyncIterable<string>,
  deliver: (registration: string) => Promise<unknown>,
  { failed, stopped }: DeliverAllOptions,
): Promise<void> {
  const underway = new Set<Promise<void>>();
  try {
    for await (const registration of registrations) {
      if (stopped?.()) return;
      const work = deliver(registration)
        .then(() => {})
        .catch((error: unknown) => failed(error, registration))
        .finally(() => underway.delete(work));
      underway.add(work);
      if (underway.size >= DELIVERED_AT_ONCE) await Promise.race(underway);
    }
  } finally {
    await Promise.all(underway);
  }
}

export interface DeliverAllOptions {
  readonly failed: (error: unknown, registration: string) => void;
  readonly stopped?: () => boolean;
}
