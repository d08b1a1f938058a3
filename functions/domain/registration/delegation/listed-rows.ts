import type { FormValues } from "../form.ts";
import { LARGEST_BOOKING } from "../participant.ts";
import { type ListedPerson, readDelegation } from "./read-delegation.ts";

/** What was understood of a list, and shows in the rows of the form before anything counts. */
export interface ListedRows {
  /** The form with the people of the list in its rows, and no list any more. */
  readonly values: FormValues;
  readonly people: number;
  /** What stood in columns that are passed over, each once. */
  readonly left: readonly string[];
}

/** The form with its list taken apart into rows, where every line is clear and the rows suffice; else undefined. */
export function listedRows(values: FormValues): ListedRows | undefined {
  if (values.unreadableFile || values.delegation.trim() === "") return undefined;
  const list = readDelegation(values.delegation);
  if (!list || list.problems.length > 0 || list.people.length === 0) return undefined;
  const typed = values.people.filter(({ name, badge }) => name !== "" || badge !== "");
  const listed = list.people.map(({ name, badge = "" }) => ({ name, badge }));
  if (typed.length + listed.length > LARGEST_BOOKING) return undefined;
  const left = [...list.left, ...list.people.flatMap(columnsWithoutField)];
  return {
    values: { ...values, people: [...typed, ...listed], delegation: "" },
    people: listed.length,
    left: [...new Set(left)],
  };
}

const columnsWithoutField = ({ position, organisation, email }: ListedPerson): string[] =>
  [position, organisation, email].filter((each) => each !== undefined);
