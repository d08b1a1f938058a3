import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { readDelegation } from "../../../functions/domain/registration/delegation/read-delegation.ts";
import { checkForm } from "../../../functions/domain/registration/form/check-form.ts";
import { checkPeople } from "../../../functions/domain/registration/form/check-people.ts";
import { readForm, rowsOf } from "../../../functions/domain/registration/form/form.ts";
import { readForms } from "../../../functions/http/forms/sent-form.ts";
import { formFields } from "../../../functions/http/registration/form-fields.ts";
import { superlinear } from "../../worlds/content/growth.ts";
import { formPage, fullEvent } from "../../worlds/registration/registration-pages.ts";

const event = fullEvent();
/** Everything that is done with a form before anything is stored: read, checked, and shown again with what is wrong. */
const app = new Hono().use(readForms).post("/", async (c) => {
  const fields = await formFields(c);
  const values = readForm(fields);
  const { errors = [] } = checkForm(values, event, ["hall"]);
  checkPeople(values.people);
  return c.html(formPage("en", { values, errors, rows: rowsOf(fields) }));
});

/** In UTF-8, with breaks of lines as forms send them. */
const filling = (text: string) => (bytes: number) =>
  text.repeat(Math.floor(bytes / Buffer.byteLength(text.replaceAll("\n", "\r\n"))));

describe("a form costs no more than its size", () => {
  const send = (body: BodyInit) => async () => {
    const answer = await app.request("/", { method: "POST", body });
    expect(answer.status).toBe(200);
    return answer.text();
  };
  const field = (name: string, filled: (bytes: number) => string) => (bytes: number) => {
    const body = new FormData(); // UTF-8 as it is: escapes would leave room for a third
    body.append(name, filled(bytes));
    return send(body);
  };

  test.each<[string, (bytes: number) => () => unknown]>([
    ["one long value", field("name", filling("a"))],
    [
      "marks upon one letter",
      field("needs", (bytes) => filling("\u0301")(bytes / 2) + filling("\u0323")(bytes / 2)),
    ],
    ["marks upon one letter, line by line", field("needs", filling(`a${"\u0301\u0323".repeat(100)}\n`))],
    ["blanks", field("needs", filling(" \n\t"))],
    ["what is invisible", field("name", filling("\u200b"))],
    ["dots of an address", field("email", filling("a.@"))],
    ["digits of a telephone", field("phone", filling("+7 (701) "))],
    ["an answer", field("answer-meal", filling("any "))],
    ["markup", field("organisation", filling("<\"&'>"))],
    ["a list that was pasted", field("delegation", filling("Dana;D\n"))],
    ["percent signs", (bytes) => send(new URLSearchParams({ name: filling("%")(bytes / 3) }))],
    [
      "thirty files",
      (bytes) => {
        const body = new FormData();
        for (let n = 0; n < 30; n++)
          body.append("delegation-file", new File([filling(`${n}a\n`)(bytes / 30)], "a"));
        return send(body);
      },
    ],
  ])("made of %s", async (_, runOf) => {
    expect(await superlinear([["sent", (bytes) => runOf(bytes)()]], 200_000)).toEqual([]);
  });
});

describe("a list of a delegation costs no more than its size", () => {
  test.each([
    ["quotation marks", '"'],
    ["lines in quotation marks", '"Dana";"D"\n'],
    ["one line in many quotation marks", '"a";'],
    ["separators", "a;"],
    ["tabulators", "a\t"],
    ["commas", "a,"],
    ["brackets", "(a"],
    ["blanks", " "],
    ["empty lines", "\n"],
    ["headings in one line", "name;"],
    ["numbers", "1 "],
    ["marks upon one letter", "\u0301\u0323"],
    ["colons", "a:"],
  ])("made of %s", async (_, unit) => {
    const text = (bytes: number) => filling(unit)(bytes).split("\n").slice(0, 490).join("\n");
    expect(await superlinear([["read", (bytes) => readDelegation(text(bytes))]], 20_000)).toEqual([]);
  });
});
