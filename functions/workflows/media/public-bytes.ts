const PUBLIC: unique symbol = Symbol("public");

/**
 * Bytes that may be published: those that the cleaner made and read back, and archives of nothing else. Nothing but
 * `preparedFile` and the making of an archive gives this mark, and nothing without it is uploaded
 * (`tests/house/sources/public-bytes.test.ts`).
 */
export interface PublicBytes {
  readonly [PUBLIC]: true;
}

/** Marks what was cleaned. */
export const asPublic = <Bytes extends object>(bytes: Bytes): Bytes & PublicBytes => ({
  ...bytes,
  [PUBLIC]: true,
});
