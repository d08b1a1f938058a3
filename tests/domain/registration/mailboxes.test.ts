import { expect, test } from "vitest";
import {
  addressHash,
  addressHashes,
  normalisedAddress,
} from "../../../functions/domain/registration/address.ts";

test.each([
  ["a-b@yandex.ru", ["a.b@yandex.ru", "A-B@ya.ru", "a.b+press@yandex.kz", "a-b@yandex.com", "a.b@yandex.by"]],
  ["ab@gmail.com", ["a.b@gmail.com", "AB+x@googlemail.com"]],
  ["ab@outlook.com", ["ab+press@outlook.com"]],
  ["ab@xn--e1afmkfd.xn--p1ai", ["ab@пример.рф"]],
])("what reaches %s is one mailbox", (mailbox, spellings) => {
  for (const each of [mailbox, ...spellings]) expect(normalisedAddress(each)).toBe(mailbox);
});

test.each([
  ["ab@yandex.ru", "a-b@yandex.ru"], // a dot and a hyphen are one letter there, not none
  ["a.b@example.org", "ab@example.org"],
  ["ab+press@example.org", "ab@example.org"], // nobody knows what a tag is there
  ["a.b@mail.ru", "ab@mail.ru"],
  ["ab@yandex.ru.example.org", "ab@yandex.ru"],
])("%s and %s are two", (one, other) => {
  expect(normalisedAddress(one)).not.toBe(normalisedAddress(other));
});

test("an address is looked up under the rule of today and those before, and once where they say the same", () => {
  expect(addressHashes("a.b@yandex.ru")).toEqual([
    addressHash("a-b@yandex.ru"),
    addressHash("a.b@yandex.ru", 1),
  ]);
  expect(addressHashes("aigul@example.org")).toEqual([addressHash("aigul@example.org", 1)]);
});
