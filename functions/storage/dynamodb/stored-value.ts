import * as v from "valibot";
import type { Key } from "./key.ts";

/**
 * The value in a body that a table holds: the one place where what was stored is read, in whatever shape the version of
 * Dateline had that wrote it. Two ways lead from a former shape to the present one, and both stand in the schema:
 *
 *     an attribute came later      v.optional(...), or v.optional(..., what its lack means)
 *     an attribute has changed     v.pipe(v.unknown(), v.transform(step from the former shape), v.object(...))
 *
 * `tests/frozen/former-shapes.test.ts` reads with every schema all that each released version stored.
 *
 * @throws Error that names the item and the attributes that are not as they should be, and quotes nothing
 */
export function storedValue<Schema extends v.GenericSchema>(
  schema: Schema,
  body: string,
  key: Key,
): v.InferOutput<Schema> {
  const read = v.safeParse(schema, jsonIn(body, key));
  if (read.success) return read.output;
  const attributes = new Set(read.issues.map((issue) => v.getDotPath(issue) ?? "the whole"));
  throw new Error(`${nameOf(key)} is not what it should be in ${[...attributes].join(", ")}.`);
}

function jsonIn(body: string, key: Key): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Error(`${nameOf(key)} is no JSON.`); // whose error would quote it
  }
}

const nameOf = ({ pk, sk }: Key): string => `The item ${pk} ${sk}`;
