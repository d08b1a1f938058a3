import * as v from "valibot";

/** What things are called for good. It stands apart from the other fields because addresses of the API are made of it. */

export const Id = v.pipe(
  v.string(),
  v.uuid("a UUID such as 5f0c7b1e-8a3d-4f6b-9c2e-1d2a3b4c5d6e"),
  v.regex(/^[^A-Z]*$/, "a UUID in lower case"),
);

/** A short name in addresses and references: lower-case Latin letters, digits and single hyphens, at most 80. */
export const Slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case Latin letters, digits and single hyphens"),
  v.maxLength(80, "at most 80 characters"),
);
