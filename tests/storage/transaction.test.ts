import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import {
  ConditionFailed,
  isConditionFailure,
  isPassing,
  reasonsOf,
} from "../../functions/storage/dynamodb/transaction.ts";

const cancelled = (...codes: (string | undefined)[]) =>
  new TransactionCanceledException({
    $metadata: {},
    message: "cancelled",
    CancellationReasons: codes.map((Code) => (Code === undefined ? {} : { Code })),
  });
const named = (name: string) => Object.assign(new Error(name), { name });

test("a failed condition names the steps that asked for it", () => {
  const error = new ConditionFailed(
    [
      { remove: { pk: "a", sk: "1" } },
      { check: { pk: "b", sk: "2" }, condition: { expression: "x", values: {} } },
    ],
    cancelled("ConditionalCheckFailed"),
  );
  expect(error.message).toBe("A condition failed on a 1, b 2.");
  expect(error.name).toBe("ConditionFailed");
  expect(error.cause).toBeInstanceOf(TransactionCanceledException);
});

describe("an error of a transaction passes by itself", () => {
  test.each([
    ["a conflict with another one", cancelled("None", "TransactionConflict"), true],
    ["a busy table", named("ThrottlingException"), true],
    ["a failed condition", cancelled("ConditionalCheckFailed", "None"), false],
    [
      "a failed condition beside a conflict",
      cancelled("ConditionalCheckFailed", "TransactionConflict"),
      false,
    ],
    ["steps that all were right", cancelled("None", undefined), false],
    ["an item that is too large", cancelled("ValidationError"), false],
    ["a missing table", named("ResourceNotFoundException"), false],
    ["no error at all", "ThrottlingException", false],
  ])("for %s: %#", (_, error, passes) => {
    expect(isPassing(error)).toBe(passes);
  });
});

test("reasons stand for each step in order, and any other error has none", () => {
  expect(reasonsOf(cancelled("ConditionalCheckFailed", undefined))).toEqual([
    "ConditionalCheckFailed",
    "None",
  ]);
  expect(reasonsOf(named("ThrottlingException"))).toEqual([]);
  expect(reasonsOf(new TransactionCanceledException({ $metadata: {}, message: "" }))).toEqual([]);
});

test("only a failed condition is a failure of conditions", () => {
  expect(isConditionFailure(cancelled("None", "ConditionalCheckFailed"))).toBe(true);
  expect(isConditionFailure(cancelled("TransactionConflict"))).toBe(false);
});
