import type { Context } from "hono";
import { registerPath } from "../../domain/addresses.ts";
import { emptyForm, FEWEST_ROWS, FIELDS } from "../../domain/registration/form/form.ts";
import type { FormPageFacts, OfferedPlace } from "../../rendering/pages/registration/form/form-page-facts.ts";
import { formAnswer } from "./form-answer.ts";
import { formToken, type MadeForm } from "./form-token.ts";
import { withNeedsSealed } from "./kept-needs.ts";
import { offeredPlaces, type RegisteringVisit } from "./registering-visit.ts";
import type { RegistrationAppDependencies } from "./registration-dependencies.ts";

export type ShownForm = Partial<FormPageFacts> & {
  readonly made?: MadeForm | undefined;
  readonly status?: number;
};

/** The form of an event, empty or with what was typed and what is the matter with it. */
export async function showForm(
  dependencies: RegistrationAppDependencies,
  c: Context,
  on: RegisteringVisit,
  invitation: string,
  shown: ShownForm,
): Promise<Response> {
  const { event, visited } = on;
  const { made, status = 200, ...facts } = shown;
  const { language, now, context } = visited;
  const places = facts.places ?? (await offeredPlaces(dependencies, on, invitation));
  const open = openAmong(places);
  const linked = open.filter((id) => c.req.queries(FIELDS.places)?.includes(id));
  const values = facts.values ?? emptyForm(language, open, linked);
  const keepable =
    status === 422 && !facts.errors?.some(({ field }) => field === FIELDS.needs)
      ? await withNeedsSealed({ seal: dependencies.registering.seal, event }, values)
      : undefined;
  const shownFacts: FormPageFacts = {
    event,
    errors: [],
    rows: FEWEST_ROWS,
    formToken: facts.formToken ?? (await formToken(dependencies.signer, event.id, now, made)),
    action: registerPath(language, event.slug),
    ...(invitation !== "" && { invitation }),
    ...facts,
    linked,
    places,
    values: keepable ?? values,
  };
  return formAnswer(c, context, shownFacts, keepable ? "mistake" : status);
}

/** Ids of the places that one can choose now. */
export const openAmong = (places: readonly OfferedPlace[]): string[] =>
  places.filter(({ standing }) => standing === "open").map(({ id }) => id);
