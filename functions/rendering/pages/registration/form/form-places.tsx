import { eventWords, placeIn, type RegistrationPlace } from "../../../../domain/registration/event.ts";
import { FIELDS } from "../../../../domain/registration/form/form.ts";
import { moment } from "../../../format/dates.ts";
import { messagesOf } from "../../../messages/messages-of.ts";
import { placeTimes } from "../../../messages/place-times.ts";
import { registrationMessagesOf } from "../../../messages/registration-messages-of.ts";
import type { PageContext } from "../../frame/page-context.ts";
import { Choices, type FormFrame } from "./fields.tsx";
import { placeInputId } from "./form-conditions.ts";
import type { FormPageFacts, OfferedPlace } from "./form-page-facts.ts";

/** The ways to take part, with seats as many, few or waiting list; what is not open says why and cannot be chosen. */
export function FormPlaces(props: { facts: FormPageFacts; frame: FormFrame; context: PageContext }) {
  const { facts, frame, context } = props;
  const { form } = registrationMessagesOf(context.language);
  const several = facts.places.length > 1;
  return (
    <Choices
      frame={frame}
      name={FIELDS.places}
      legend={form.places}
      hint={several ? form.placesHint : undefined}
    >
      <ul class="choices">
        {facts.places.map((place) => (
          <PlaceChoice place={place} facts={facts} context={context} />
        ))}
      </ul>
    </Choices>
  );
}

function PlaceChoice(props: { place: OfferedPlace; facts: FormPageFacts; context: PageContext }) {
  const { place, facts, context } = props;
  const { event, values } = facts;
  const settings = placeIn(event, place.id);
  if (!settings) return null;
  const { language } = context;
  const words = eventWords(event, language).places[place.id];
  const id = placeInputId(facts.places, place.id);
  const open = place.standing === "open";
  return (
    <li class="choice">
      <input
        type="checkbox"
        id={id}
        name={FIELDS.places}
        value={place.id}
        checked={open && values.places.includes(place.id)}
        disabled={!open}
        aria-describedby={`${id}-more`}
      />
      <label for={id}>{words?.title ?? place.id}</label>
      <div class="more" id={`${id}-more`}>
        <p>{whenAndHow(settings, facts, context)}</p>
        {words?.note !== undefined && <p>{words.note}</p>}
        {settings.approval && <p>{registrationMessagesOf(language).form.approval}</p>}
        <p class="standing">{standingInWords(place, settings, facts, context)}</p>
      </div>
    </li>
  );
}

function whenAndHow(
  settings: RegistrationPlace,
  { event: { zone } }: FormPageFacts,
  { language }: PageContext,
): string {
  const { event } = messagesOf(language);
  const { mode, audience } = settings;
  return `${placeTimes(settings, zone, language)} · ${event.modes[mode]} · ${event.audiences[audience]}`;
}

function standingInWords(
  { standing, availability }: OfferedPlace,
  { opens }: RegistrationPlace,
  { event: { zone } }: FormPageFacts,
  { language }: PageContext,
): string {
  const { form } = registrationMessagesOf(language);
  if (standing === "open")
    return availability === undefined ? "" : messagesOf(language).event.availability[availability];
  return standing === "not-yet" ? form.opensAt(moment(opens, zone, language)) : form.standing[standing];
}
