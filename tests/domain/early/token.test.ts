import { describe, expect, test } from "vitest";
import { keySigner } from "../../../functions/domain/early/link-signer.ts";
import { isGenuine, makeToken, readEarlyToken } from "../../../functions/domain/early/token.ts";
import { fc } from "../../worlds/documents/fast-check.ts";
import { uuid } from "../../worlds/documents/parts.ts";

const signer = keySigner(new TextEncoder().encode("a key of tests"));
const genuine = async (text: string) => {
  const token = readEarlyToken(text);
  return token !== undefined && (await isGenuine(signer, token));
};

describe("a token", () => {
  test("is genuine as it was made, and the same each time", async () => {
    const token = await makeToken(signer, uuid(1));
    expect(token).toMatch(/^[0-9a-f-]{36}\.[\w-]{43}$/);
    expect(await makeToken(signer, uuid(1))).toBe(token);
    expect(await genuine(token)).toBe(true);
  });

  test("is not genuine with any other character anywhere", async () => {
    const token = await makeToken(signer, uuid(1));
    const characters = [..."ABab01-_.=%/ é"];
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...characters), async (at, character) => {
        fc.pre(token[at] !== character);
        expect(await genuine(`${token.slice(0, at)}${character}${token.slice(at + 1)}`)).toBe(false);
      }),
    );
  });

  test("is not genuine under another key, for another grant, or as the code of a cookie", async () => {
    const other = keySigner(new TextEncoder().encode("another key"));
    expect(await genuine(await makeToken(other, uuid(1)))).toBe(false);
    const code = (await makeToken(signer, uuid(1))).split(".")[1] ?? "";
    expect(await genuine(`${uuid(2)}.${code}`)).toBe(false);
    expect(await signer.verifies("early access cookie", uuid(1), code)).toBe(false);
  });

  test.each(["", ".", "x", uuid(1), `${uuid(1)}.`, `${uuid(1)}.a.b`, `${uuid(1).toUpperCase()}.a`])(
    "is not “%s”",
    async (text) => {
      expect(await genuine(text)).toBe(false);
    },
  );
});
