import { expect, test } from "vitest";
import { keySeal, SealInvalid } from "../../../functions/domain/registration/links/token-seal.ts";

const seal = keySeal(new Uint8Array(32).fill(7));

test("what is sealed opens for what it is about, and for nothing else", async () => {
  const sealed = await seal.seal("a secret", "one");
  expect(await seal.open(sealed, "one")).toBe("a secret");
  await expect(seal.open(sealed, "another")).rejects.toThrow(SealInvalid);
});

test("a seal that was cut short opens nothing, however much of its tag is left", async () => {
  const bytes = Buffer.from(await seal.seal("", "one"), "base64url");
  for (let length = 0; length < bytes.length; length++) {
    const cut = bytes.subarray(0, length).toString("base64url");
    await expect(seal.open(cut, "one"), `${length} bytes`).rejects.toThrow(SealInvalid);
  }
});
