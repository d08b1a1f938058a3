/**
 * A value that every row of its kind has: one that lacks it was not written by Dateline.
 *
 * @param what the attribute, or whatever holds it; the error names it and quotes nothing that is stored
 */
export function requiredOfRow<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`A row has no ${what}.`);
  return value;
}
