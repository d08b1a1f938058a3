import * as v from "valibot";
import { withoutNames } from "../../domain/logged-text.ts";
import { Refusal } from "../../domain/refusal.ts";

/** What a log may hold of an error. */
export interface LoggableError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
}

/**
 * An error as a log may hold it. What parsing something stored or sent fails at quotes it: addresses, names. Of such
 * an error the log gets where the value stood and of which kind it should have been, and where in the code that was.
 * Where a message names an address or an item, the names in it are hashed.
 */
export function loggable(error: unknown): LoggableError {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const unnamed = withoutNames(message);
  if (error instanceof v.ValiError)
    return { name, message: `Not as it should be: ${placesOf(error)}`, stack: framesOf(stack, message) };
  if (error instanceof SyntaxError)
    return { name, message: "Not the JSON that it should be.", stack: framesOf(stack, message) };
  return { name, message: unnamed, stack: stack?.replaceAll(message, unnamed) };
}

/** `contact.email (email), bookings.0.state (picklist)`. */
function placesOf({ issues }: v.ValiError<v.GenericSchema>): string {
  return issues.map((issue) => `${v.getDotPath(issue) ?? "all of it"} (${issue.type})`).join(", ");
}

/** A stack begins with the message: what follows it, or nothing where that cannot be told apart. */
function framesOf(stack: string | undefined, message: string): string | undefined {
  const at = stack?.indexOf(message) ?? -1;
  return at < 0 ? undefined : stack?.slice(at + message.length).trim();
}

/**
 * Writes a fault of ours into the log: never the request, whose path may hold a token or a name and whose form holds names.
 * @param route pattern that the path matched
 */
export function logFault(error: unknown, route?: string): void {
  const { message, stack } = loggable(error);
  console.error(JSON.stringify({ level: "ERROR", ...(route !== undefined && { route }), message, stack }));
}

/**
 * What was thrown, as its reader is told of it. Anything but a refusal is a fault of ours: it goes into the log first.
 * @param route pattern that the path matched
 */
export function asRefusal(error: unknown, route?: string): Refusal {
  if (error instanceof Refusal) return error;
  logFault(error, route);
  return new Refusal("fault", 500, "Something went wrong on our side.", "Try again in a minute.");
}
