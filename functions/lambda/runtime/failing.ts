import { loggable } from "../../http/answers/fault.ts";

/**
 * A handler whose failures Lambda writes into the log by itself: without what an error may quote, and without names.
 * @throws Error in the place of what was thrown
 */
export function failing<Input extends readonly unknown[], Result>(
  handler: (...input: Input) => Promise<Result>,
): (...input: Input) => Promise<Result> {
  return async (...input) => {
    try {
      return await handler(...input);
    } catch (error) {
      const { name, message, stack } = loggable(error);
      throw Object.assign(new Error(message), { name, stack });
    }
  };
}
