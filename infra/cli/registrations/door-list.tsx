import { html, raw } from "hono/html";
import { nameOrder } from "../../../functions/domain/name-order.ts";
import type { Booking } from "../../../functions/domain/registration/booking.ts";
import type { RegistrationEvent, RegistrationWords } from "../../../functions/domain/registration/event.ts";
import type { Participant } from "../../../functions/domain/registration/participant.ts";
import { organisationOf } from "../../../functions/domain/registration/person-questions.ts";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import { moment } from "../../../functions/rendering/format/dates.ts";
import { registrationGuestsMessagesOf } from "../../../functions/rendering/messages/registration-guests-messages-of.ts";

interface Facts {
  readonly event: RegistrationEvent;
  readonly words: RegistrationWords;
  readonly people: readonly { participant: Participant; booking: Booking; registration: Registration }[];
  readonly printedAt: string;
}

const STYLE = `body{font:11pt/1.35 system-ui,"Noto Sans",sans-serif;margin:1.5cm}
table{width:100%;border-collapse:collapse}thead{display:table-header-group}tr{break-inside:avoid}
th,td{padding:.25cm .3cm .25cm 0;border-bottom:1px solid #888;text-align:left;vertical-align:top}
.box{width:.6cm}.box span{display:block;width:.45cm;height:.45cm;border:1.5px solid #000}code{font-size:9pt}`;

/** A page to print, by name as badges show it, with a box to tick for each; marked where somebody said that they do not come. */
export function doorList({ event, words, people, printedAt }: Facts): string {
  const inOrder = nameOrder(words.language);
  const shown = ({ name, badge }: Participant) => badge ?? name;
  const sorted = people.toSorted((a, b) => inOrder(shown(a.participant), shown(b.participant)));
  const { notComing } = registrationGuestsMessagesOf(words.language);
  const without = people.filter(({ participant }) => participant.notComing !== undefined).length;
  const mark = ({ notComing: since }: Participant) =>
    since === undefined ? "" : html`<br><em>${notComing}</em>`;
  const rows = sorted.map(({ participant, booking, registration }) => {
    return html`<tr><td class="box">${participant.checkedInAt ? "✓" : raw("<span></span>")}</td><td>${shown(participant)}${mark(participant)}</td><td>${organisationOf(participant, registration.contact)}</td><td>${words.places[booking.place]?.title ?? booking.place}</td><td><code>${participant.pass}</code></td></tr>\n`;
  });
  return html`<!doctype html>
<html lang="${words.language}"><head><meta charset="utf-8"><title>${words.title}</title><style>${raw(STYLE)}</style></head><body>
<h1>${words.title}</h1><p>${sorted.length}${without > 0 ? ` (${notComing}: ${without})` : ""} · ${moment(printedAt, event.zone, words.language)}</p>
<table><thead><tr><th></th><th>Name</th><th>Organisation</th><th>Place</th><th>Pass</th></tr></thead><tbody>
${rows}</tbody></table></body></html>
`.toString();
}
