import { readFileSync, statSync } from "node:fs";
import { Refusal } from "../../../functions/domain/refusal.ts";
import {
  type ListedPerson,
  readDelegation,
} from "../../../functions/domain/registration/delegation/read-delegation.ts";
import { checkDeskContact } from "../../../functions/domain/registration/form/desk-contact.ts";
import { registrationErrorMessagesOf } from "../../../functions/rendering/messages/registration-error-messages-of.ts";
import { listFileText } from "../../../functions/workflows/registration/list-file/list-file-text.ts";

/** Somebody of a list, cleaned as the form cleans what people type of themselves. */
export interface ListedGuest {
  readonly contact: { readonly name: string; readonly email: string; readonly organisation?: string };
  readonly badge?: string | undefined;
}

/** As much as an office sends in one list. */
const MOST = { characters: 400_000, lines: 2_000 };
const MOST_BYTES = 2_000_000;
/** How many of the things that are wrong with a list are told at once. */
const MOST_PROBLEMS = 20;

/**
 * The people of a list: CSV, XLSX, a table in DOCX, or text. All of it has to be right: an address that is not there
 * would be a guest who is never asked, and a name that is not one would be read by whoever gets the mail.
 *
 * @throws Refusal `option-invalid` with everything that is wrong, by line or by name
 */
export async function guestsIn(file: string): Promise<ListedGuest[]> {
  const text = await listFileText(contentOf(file));
  const read = text === undefined ? undefined : readDelegation(text, MOST);
  if (!read)
    throw invalid(
      `--list: ${file} is no list of people.`,
      "Give CSV, XLSX or a table in DOCX with a column of names and one of email addresses.",
    );
  const words = registrationErrorMessagesOf("en").errors;
  const checked = read.people.map(checkedGuest);
  const problems = [
    ...read.problems.map(({ code, detail }) => words[code](detail)),
    ...checked.flatMap((each) => each.problems),
  ];
  if (problems.length > 0) {
    const more = problems.length - MOST_PROBLEMS;
    const told = problems.slice(0, MOST_PROBLEMS).map((each) => `${each}.`);
    throw invalid(
      `--list: ${file} cannot be read as it is. ${told.join(" ")}${more > 0 ? ` And ${more} more.` : ""}`,
      "Nobody was invited. Correct the list and send it again.",
    );
  }
  if (checked.length === 0)
    throw invalid(`--list: ${file} names nobody.`, "Give a list with names and addresses.");
  return checked.map(({ guest }) => guest);
}

function contentOf(file: string): Buffer {
  try {
    if (statSync(file).size <= MOST_BYTES) return readFileSync(file);
  } catch (error) {
    throw invalid(`--list: ${file} cannot be read.`, "Name a file with names and addresses.", error);
  }
  throw invalid(`--list: ${file} is larger than 2 MB.`, "Give the list of people alone.");
}

function checkedGuest({ name, email = "", organisation, badge }: ListedPerson): {
  readonly guest: ListedGuest;
  readonly problems: readonly string[];
} {
  const { contact, errors } = checkDeskContact({ name, email, organisation });
  const words = registrationErrorMessagesOf("en").errors;
  const problems = errors.map(({ code, detail = "" }) => `${name}: ${words[code](detail)}`);
  if (contact.email === "") problems.push(`${name}: has no email address`);
  const { organisation: of = "" } = contact;
  return {
    guest: {
      contact: {
        name: contact.name ?? "",
        email: contact.email ?? "",
        ...(of !== "" && { organisation: of }),
      },
      badge,
    },
    problems,
  };
}

function invalid(message: string, help: string, cause?: unknown): Refusal {
  return new Refusal("option-invalid", 400, message, help, { cause });
}
