import { expect, test } from "vitest";
import {
  hashOfSecret,
  newSecret,
  opens,
  readToken,
  tokenText,
} from "../../../functions/domain/registration/links/token.ts";
import { uuid } from "../../worlds/documents/parts.ts";

test("the secret of a link has 192 random bits, and is in no hash that is stored of it", () => {
  const secrets = Array.from({ length: 100 }, newSecret);
  expect(new Set(secrets).size).toBe(100);
  for (const secret of secrets) {
    expect(Buffer.from(secret, "base64url")).toHaveLength(24);
    expect(hashOfSecret(secret)).not.toContain(secret);
  }
});

test("a link is opened by its own secret, and by no other, a part of it, or what is stored", () => {
  const secret = newSecret();
  const hash = hashOfSecret(secret);
  expect(opens(secret, hash)).toBe(true);
  for (const other of [newSecret(), secret.slice(0, -1), "", hash]) expect(opens(other, hash)).toBe(false);
  expect(opens(secret, hash.slice(0, -1))).toBe(false);
});

test("a token with one character changed names something else, or nothing", () => {
  const token = { event: uuid(1), registration: uuid(2), secret: newSecret() };
  const text = tokenText(token);
  expect(readToken(text)).toEqual(token);
  for (let at = 0; at < text.length; at++) {
    const other = `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
    expect(readToken(other)).not.toEqual(token);
  }
});
