import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { documentKey, siteKey } from "../../../functions/storage/newsroom/keys.ts";
import { limitKey, limitKeyKey } from "../../../functions/storage/registrations/registrations-keys.ts";
import { allowPartitions } from "./function-defaults.ts";

/** Partitions of the tables that more than one role reaches, as the conditions of policies name them. */

/** Of the Newsroom table: documents, their parts and forms, each under its public path. */
export const DOCUMENTS = documentKey("/*").pk;
/** Of the Newsroom table: what stands around every page of a language. */
export const SITES: readonly string[] = LANGUAGES.map((language) => siteKey(language).pk);

/** What counting against a limit needs of the Registrations table: the key of the day, drawn or read, and the count. */
export function limitStatements(registrations: ITableV2): PolicyStatement[] {
  return [
    allowPartitions(registrations, ["GetItem", "PutItem"], [limitKeyKey("*").pk]),
    allowPartitions(registrations, ["UpdateItem"], [limitKey("*", "*").pk]),
  ];
}
