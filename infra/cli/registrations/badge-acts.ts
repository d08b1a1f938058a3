import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { nameOrder } from "../../../functions/domain/name-order.ts";
import { eventWords, placeIn } from "../../../functions/domain/registration/event.ts";
import { organisationOf } from "../../../functions/domain/registration/person-questions.ts";
import { badgeSheet } from "../../../functions/rendering/badges/badge-sheet.ts";
import { counted } from "./counted.ts";
import { paperIn } from "./desk-options.ts";
import { bookingsOf } from "./read-acts.ts";
import type { Given } from "./registrations-options.ts";
import type { Desk } from "./registrations-target.ts";

const FONTS = "@expo-google-fonts/noto-sans";
const fontFile = (name: string): Uint8Array =>
  readFileSync(createRequire(import.meta.url).resolve(`${FONTS}/${name}`));

/**
 * Badges of everyone confirmed, to print; those of online places only where one is named, and none of whoever said that
 * they do not come, unless with `--all`.
 */
export async function badgeAct(desk: Desk, values: Given, [name = ""]: readonly string[]): Promise<string> {
  const event = await desk.event(name);
  await desk.logged(`badges ${event.slug}`);
  const words = eventWords(event, event.source);
  const confirmed = await bookingsOf(desk, event, { ...values, in: "confirmed" });
  const inOrder = nameOrder(words.language);
  const everyone = confirmed
    .filter(({ booking }) => values.place !== undefined || placeIn(event, booking.place)?.mode !== "online")
    .flatMap(({ registration, booking }) =>
      booking.participants.map((participant) => ({ registration, booking, participant })),
    );
  const printed = everyone.filter(({ participant }) => values.all || participant.notComing === undefined);
  const badges = printed
    .map(({ registration, booking, participant }) => ({
      registration: registration.id,
      pass: participant.pass,
      name: participant.badge ?? participant.name,
      organisation: organisationOf(participant, registration.contact),
      place: words.places[booking.place]?.title ?? booking.place,
    }))
    .sort((a, b) => inOrder(a.name, b.name));
  const { pdf, unwritable } = await badgeSheet({
    title: words.title,
    paper: paperIn(values),
    badges,
    fonts: {
      regular: fontFile("400Regular/NotoSans_400Regular.ttf"),
      bold: fontFile("700Bold/NotoSans_700Bold.ttf"),
    },
    madeAt: new Date(desk.now()),
  });
  const byHand =
    unwritable.length === 0
      ? ""
      : ` Write by hand, in letters that the font lacks: ${unwritable.join(", ")}.`;
  const left = everyone.length - printed.length;
  const without =
    left === 0 ? "" : ` Without ${counted(left, "guest")} who said that they do not come; --all has them.`;
  if (values.out === undefined) {
    desk.write(pdf);
    desk.warn(`${without}${byHand}`.trim());
    return "";
  }
  writeFileSync(values.out, pdf, { mode: 0o600 }); // what is known of people is for its owner alone
  return `Written to ${values.out}: ${counted(badges.length, "badge")}.${without}${byHand}\n`;
}
