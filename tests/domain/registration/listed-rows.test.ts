import { expect, test } from "vitest";
import { emptyForm, type FormValues } from "../../../functions/domain/registration/form/form.ts";
import { listedRows } from "../../../functions/domain/registration/form/listed-rows.ts";
import { LARGEST_BOOKING } from "../../../functions/domain/registration/participant.ts";

/** Names of letters alone, since a digit is no part of a name. */
const names = (n: number): string =>
  Array.from({ length: n }, (_, i) => `Dana Serik${String.fromCharCode(97 + i)}`).join("\n");
const form = (changes: Partial<FormValues>): FormValues => ({ ...emptyForm("en"), ...changes });
const row = { name: "Asel Aman", badge: "" };

test("a list of as many people as a booking may have stands in the rows of the form", () => {
  const found = listedRows(form({ delegation: names(LARGEST_BOOKING) }));
  expect(found?.people).toBe(LARGEST_BOOKING);
  expect(found?.values.people).toHaveLength(LARGEST_BOOKING);
  expect(found?.values.delegation).toBe("");
});

test("a list of one more stays a list", () => {
  expect(listedRows(form({ delegation: names(LARGEST_BOOKING + 1) }))).toBeUndefined();
});

test("rows that were typed count with those of the list, and empty ones do not", () => {
  const empty = { name: "", badge: "" };
  const fits = listedRows(form({ people: [row, empty], delegation: names(LARGEST_BOOKING - 1) }));
  expect(fits?.values.people).toHaveLength(LARGEST_BOOKING);
  expect(fits?.values.people[0]).toEqual(row);
  expect(listedRows(form({ people: [row, empty], delegation: names(LARGEST_BOOKING) }))).toBeUndefined();
});

test.each([
  ["no list", { delegation: " \n" }],
  ["a file that is no list", { delegation: "Dana Serik", unreadableFile: true }],
])("%s is not taken apart", (_, changes) => {
  expect(listedRows(form(changes))).toBeUndefined();
});
