import type { Locator, Page } from "playwright-core";

/** What somebody does on a telephone. */
export interface Effort {
  taps: number;
  /** Typed on the keyboard of the telephone. */
  letters: number;
  /** Of three quarters of the screen each. */
  swipes: number;
  /** That were loaded. */
  pages: number;
  /** For which one has waited. */
  mails: number;
}

/** A thumb on a touch screen; it counts what it does. */
export interface Thumb {
  readonly counted: Effort;
  /** Brings what is to be tapped onto the screen, and taps it. */
  tap(what: Locator): Promise<void>;
  /** Taps a field and types. */
  type(field: Locator, text: string): Promise<void>;
  /** Taps the notification of a mail when it comes. */
  looksIntoMail(): void;
  /** Goes back to the browser. */
  looksBack(): void;
}

export function thumbOn(page: Page): Thumb {
  const counted: Effort = { taps: 0, letters: 0, swipes: 0, pages: 0, mails: 0 };
  const height = page.viewportSize()?.height ?? 0;
  page.on("load", () => {
    counted.pages++;
  });
  const tap = async (what: Locator) => {
    for (let n = 0; n < 20; n++) {
      const box = await what.boundingBox();
      if (!box) throw new Error("What is to be tapped is not shown.");
      const away = box.y + box.height / 2;
      if (away > 0 && away < height) break;
      await page.evaluate(
        (by) => scrollBy({ top: by, behavior: "instant" }),
        (away > 0 ? 0.75 : -0.75) * height,
      );
      counted.swipes++;
    }
    counted.taps++;
    await what.tap();
  };
  return {
    counted,
    tap,
    async type(field, text) {
      await tap(field);
      await field.fill(text);
      counted.letters += text.length;
    },
    looksIntoMail() {
      counted.mails++;
      counted.taps++;
    },
    looksBack() {
      counted.taps++;
    },
  };
}

/**
 * Seconds by the keystroke-level model, for somebody who does this for the first time and makes no mistake:
 *
 * - 1.1 for pointing at something, for a swipe as well, and 1.35 for thinking before each tap (Card, Moran and Newell, "The
 *   keystroke-level model for user performance time with interactive systems", 1980: operators P and M);
 * - 0.33 for a letter: 36.2 words of five letters a minute, the mean of 37,370 people on telephones (Palin et al., "How
 *   do people type on mobile devices?", 2019);
 * - 1 until a page is there, and 10 until a mail is.
 */
export const secondsOf = ({ taps, letters, swipes, pages, mails }: Effort): number =>
  taps * (1.1 + 1.35) + swipes * 1.1 + letters * 0.33 + pages + mails * 10;
