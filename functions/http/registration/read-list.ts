import type { Context } from "hono";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { checkForm } from "../../domain/registration/form/check-form.ts";
import {
  FIELDS,
  type Fields,
  type FormValues,
  fieldOf,
  readForm,
  rowsOf,
} from "../../domain/registration/form/form.ts";
import { fieldsOfPlaces, listedRows } from "../../domain/registration/form/listed-rows.ts";
import type { FieldError } from "../../domain/registration/text/field-error.ts";
import { isFromElsewhere } from "../request/own-site.ts";
import { readFormToken } from "./form-token.ts";
import type { RegisteringVisit } from "./registering-visit.ts";
import type { RegistrationAppDependencies } from "./registration-dependencies.ts";
import { showForm } from "./show-form.ts";

/** Shows the people of a list in the rows of the form, to be looked at before anything counts; or what is the matter. */
export async function readList(
  dependencies: RegistrationAppDependencies,
  c: Context,
  on: RegisteringVisit,
  fields: Fields,
): Promise<Response> {
  const { event } = on;
  const typed = readForm(fields);
  const listed = listedRows(typed, fieldsOfPlaces(event, typed.places));
  const values = listed?.values ?? typed;
  const made = await readFormToken(dependencies.signer, event.id, fieldOf(fields, FIELDS.form));
  const rows = Math.max(rowsOf(fields), values.people.length);
  const errors = listed ? [] : listErrors(typed, event);
  const invitation = fieldOf(fields, FIELDS.invitation);
  if (isFromElsewhere(c, on.visited.context.site)) {
    const asked = { values: typed, rows: rowsOf(fields), made, confirm: "cross-site", status: 422 } as const;
    return showForm(dependencies, c, on, invitation, asked);
  }
  const status = listed ? 200 : 422;
  return showForm(dependencies, c, on, invitation, { values, rows, listed, errors, made, status });
}

/** What is wrong with the list, and with nothing else of the form. */
function listErrors(values: FormValues, event: RegistrationEvent): FieldError[] {
  const errors = checkForm(values, event, []).errors ?? [];
  const found = errors.filter(({ field }) => field === FIELDS.delegation || field === FIELDS.delegationFile);
  return found.length > 0 ? found : [{ field: FIELDS.delegationFile, code: "delegation-missing" }];
}
