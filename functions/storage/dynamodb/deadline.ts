import { AsyncLocalStorage } from "node:async_hooks";
import { Refusal } from "../../domain/refusal.ts";

/**
 * Until when the request that is being worked on has to be answered. It is bound to the course of the work and not
 * passed along, so that no call which a request causes can be made without it.
 */
const deadlines = new AsyncLocalStorage<AbortSignal>();

/** Works with a deadline: whatever it asks of a bound client after that fails with the signal's reason. */
export function withinDeadline<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  return deadlines.run(signal, work);
}

/** The deadline of the work that is going on, if it has one. */
export const currentDeadline = (): AbortSignal | undefined => deadlines.getStore();

/** A client of the AWS SDK, as far as this needs it. */
interface BoundClient {
  readonly middlewareStack: {
    add(
      middleware: <Args, Output>(next: (args: Args) => Promise<Output>) => (args: Args) => Promise<Output>,
      options: { readonly step: "initialize"; readonly name: string },
    ): void;
  };
}

/**
 * Binds every call of a client to the deadline of whoever causes it: none begins after it, and nobody waits longer for
 * one that has begun. What a call that was given up does at the server is not known.
 */
export function bindToDeadlines<Client extends BoundClient>(client: Client): Client {
  client.middlewareStack.add(
    (next) => async (args) => {
      const signal = deadlines.getStore();
      if (!signal) return next(args);
      signal.throwIfAborted();
      return orAborted(next(args), signal);
    },
    { step: "initialize", name: "deadline" },
  );
  return client;
}

/** What a promise comes to, unless a signal is aborted before. @throws the signal's reason */
export async function orAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/** What a request is refused with that could not be answered in time. */
export function overdue(): Refusal {
  return new Refusal(
    "registration-busy",
    503,
    "So many people register at this moment that this could not be stored in time.",
    "Try again in a minute: what you typed is kept.",
  );
}
